/** The lines of a text one at a time, so that a file of line breaks takes no more memory than it is long. */
import { atLine, BadTrack } from './bad-track.ts';
import { LONGEST_LINE } from './track-limits.ts';

export interface TextLine {
  readonly text: string;
  /** From 1 on. */
  readonly number: number;
}

/** Blank lines are left out. @throws BadTrack at a line that is too long to be a point */
export function* textLines(text: string): Generator<TextLine> {
  let number = 0;
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    number += 1;
    if (to - from > LONGEST_LINE) throw new BadTrack(atLine(number), TOO_LONG);
    const line = text.slice(from, to).trim();
    if (line !== '') yield { text: line, number };
    from = to + 1;
  }
}

const TOO_LONG = {
  sv: `raden är längre än ${LONGEST_LINE} tecken: den är ingen punkt i ett spår`,
  en: `the line is longer than ${LONGEST_LINE} characters: it is no point of a track`,
};
