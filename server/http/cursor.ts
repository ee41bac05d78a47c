/** Cursors of pages: made of what the last row was sorted by, told from what a caller has made up. */
import { fieldProblem } from '../problem.ts';

const refusal = () =>
  fieldProblem('invalid-input', '?after', {
    sv: 'Ange `next` från sidan före.',
    en: 'Give the `next` of the page before.',
  });

interface Cursor {
  readonly from: number;
  readonly id: string;
}

export const cursorText = ({ from, id }: Cursor): string => `${from}_${id}`;

/** @throws Problem invalid-input */
export function readCursor(text: string): Cursor {
  const [, from, id] = /^(\d{1,15})_([\w -]{1,100})$/.exec(text) ?? [];
  if (from && id) return { from: Number(from), id };
  throw refusal();
}

/** The number of a row in the audit log. @throws Problem invalid-input */
export function readSeq(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw refusal();
}
