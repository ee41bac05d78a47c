/** Reads a file of incidents in whichever format the content shows it to be, since extensions lie. */
import type { IncidentFile } from '#core/incidents/columns.ts';
import { BadIncidentFile } from './bad-incident-file.ts';
import { EMPTY, FILE_LIMITS } from './file-limits.ts';
import { readCsv } from './read-csv.ts';
import { readGeoJson } from './read-geojson.ts';
import { readXlsx } from './read-xlsx.ts';

/** CSV, XLSX or GeoJSON as a table of texts. @throws BadIncidentFile, and nothing else whatever the bytes */
export async function readIncidentFile(
  bytes: Uint8Array,
  mostRows: number = FILE_LIMITS.rows,
): Promise<IncidentFile> {
  if (bytes.length === 0) throw EMPTY;
  if (startsWith(bytes, ZIP)) return readXlsx(bytes, mostRows);
  for (const [magic, kind] of OTHERS) if (startsWith(bytes, magic)) throw wrongKind(kind);
  const text = decoded(bytes);
  const start = text.trimStart();
  if (start === '') throw EMPTY;
  if (start.startsWith('<')) throw wrongKind('XML, HTML');
  return start.startsWith('{') || start.startsWith('[')
    ? readGeoJson(text, mostRows)
    : readCsv(text, mostRows);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];

const OTHERS: readonly (readonly [magic: readonly number[], kind: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'XLS (Excel 97–2003)'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

const wrongKind = (kind: string) =>
  new BadIncidentFile({
    sv: `Filen är ${kind}. Spara den som CSV, Excel (.xlsx) eller GeoJSON.`,
    en: `The file is ${kind}. Save it as CSV, Excel (.xlsx) or GeoJSON.`,
  });

/** UTF-8, UTF-16 by its byte order mark, or what Excel saves CSV as in Sweden: Windows-1252. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw wrongKind('binär/binary');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
