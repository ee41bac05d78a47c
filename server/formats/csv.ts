/**
 * CSV as a Swedish spreadsheet opens it: UTF-8 with a byte order mark, semicolons, decimal commas, CRLF. A text
 * that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection); numbers stay numbers.
 */
import { stringify } from 'csv-stringify/sync';
import { isMoment, type WallMoment } from './wall-moment.ts';

export type Cell = string | number | null | WallMoment;

const decimalComma = new Intl.NumberFormat('sv-SE', {
  useGrouping: false,
  maximumFractionDigits: 2,
});

/** U+2212 is how Swedish writes minus; no spreadsheet reads it. */
const numeral = (value: number) => decimalComma.format(value).replace('−', '-');

/** Lines without the byte order mark: a long document is made of several. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (isMoment(cell) ? cell.wall : cell))),
    {
      delimiter: ';',
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      escape_formulas: true,
      cast: { number: numeral },
    },
  );
}

/** A whole document of parts made by `csvLines`. */
export function csvDocument(parts: readonly string[]): string {
  return `\uFEFF${parts.join('')}`;
}
