/** What a file of incidents may be: ten years of a small town's take a hundredth of it. Ours. */
import { BadIncidentFile } from './bad-incident-file.ts';

export const FILE_LIMITS = {
  rows: 200_000,
  columns: 200,
  /** Of one row of CSV. */
  rowCharacters: 100_000,
  /** What a workbook may unpack to: a zip bomb says less than it holds. */
  unpackedBytes: 150_000_000,
  /** Parts of a workbook. */
  entries: 1_000,
} as const;

export function refuseTooMany(rows: number, most: number): void {
  if (rows <= most) return;
  throw new BadIncidentFile({
    sv: `Filen har fler än ${most} rader. Dela upp den, till exempel per år.`,
    en: `The file has more than ${most} rows. Split it up, by year for example.`,
  });
}

export function refuseTooWide(columns: number): void {
  if (columns <= FILE_LIMITS.columns) return;
  throw new BadIncidentFile({
    sv: `En rad har ${columns} kolumner; högst ${FILE_LIMITS.columns} läses. Är det rätt fil?`,
    en: `A row has ${columns} columns; at most ${FILE_LIMITS.columns} are read. Is it the right file?`,
  });
}

export const EMPTY = new BadIncidentFile({
  sv: 'Filen är tom: en rubrikrad och minst en rad väntas.',
  en: 'The file is empty: a heading and at least one row are expected.',
});
