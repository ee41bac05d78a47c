/** A plan as it is read aloud over the radio: codes and times, and nothing else. */
import { clock } from './format.ts';

export interface Called {
  readonly code: string;
  readonly at: number;
}

/** `R1 22:10. C1 23:00.` Nine stops are 36 words: a quarter of a minute. */
export const readAloud = (stops: readonly Called[]): string =>
  [...stops]
    .sort((a, b) => a.at - b.at)
    .map(({ code, at }) => `${code} ${clock(at)}.`)
    .join(' ');
