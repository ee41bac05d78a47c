/**
 * Looks into an Excel workbook before anything unpacks it: its parts are named in the zip's central directory, each is
 * unpacked here with a hard end, and cells that hold formulas refuse it.
 */
import { inflateRawSync } from 'node:zlib';
import { BadIncidentFile } from './bad-incident-file.ts';
import { FILE_LIMITS } from './file-limits.ts';

const NOT_A_WORKBOOK = new BadIncidentFile({
  sv: 'Filen är packad men ingen Excelbok (.xlsx), eller skadad.',
  en: 'The file is packed but no Excel workbook (.xlsx), or damaged.',
});

const TOO_LARGE = new BadIncidentFile({
  sv: `Excelboken packas upp till mer än ${FILE_LIMITS.unpackedBytes / 1e6} MB. Spara arket som CSV, eller dela upp det.`,
  en: `The workbook unpacks to more than ${FILE_LIMITS.unpackedBytes / 1e6} MB. Save the sheet as CSV, or split it up.`,
});

const FORMULAS = new BadIncidentFile({
  sv: 'Excelboken har formler. Spara den med bara värden (klistra in som värden), eller som CSV.',
  en: 'The workbook holds formulas. Save it with values alone (paste as values), or as CSV.',
});

const ENCRYPTED = new BadIncidentFile({
  sv: 'Excelboken är låst med lösenord. Ta bort lösenordet först.',
  en: 'The workbook is locked by a password. Remove the password first.',
});

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** @throws BadIncidentFile */
export function checkWorkbook(bytes: Uint8Array): void {
  const entries = entriesOf(bytes);
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('EncryptedPackage')) throw ENCRYPTED;
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) throw NOT_A_WORKBOOK;
  let left: number = FILE_LIMITS.unpackedBytes;
  for (const entry of entries) {
    const content = unpacked(entry, left);
    left -= content.length;
    if (isSheet(entry.name) && holdsFormula(content)) throw FORMULAS;
  }
}

const isSheet = (name: string) => /^xl\/worksheets\/[^/]+\.xml$/.test(name);

/** `<f>` or `<f t="shared" …>`, in Excel's own spelling; a prefixed one (`<x:f>`) too. */
const holdsFormula = (content: Buffer): boolean =>
  /<(?:\w+:)?f[ />]/.test(content.toString('latin1'));

function unpacked({ method, packed }: Entry, most: number): Buffer {
  if (method === STORED) {
    if (packed.length > most) throw TOO_LARGE;
    return Buffer.from(packed);
  }
  if (method !== DEFLATED) throw NOT_A_WORKBOOK;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : NOT_A_WORKBOOK;
  }
}

/** PKWARE's APPNOTE 4.3: the end record is looked for from behind, since a comment may follow it. */
function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(bytes, view);
  } catch (error) {
    throw error instanceof RangeError ? NOT_A_WORKBOOK : error;
  }
}

function readEntries(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > FILE_LIMITS.entries) throw NOT_A_WORKBOOK;
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw NOT_A_WORKBOOK;
    const [nameLength, extra, comment] = [28, 30, 32].map((off) => view.getUint16(at + off, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    entries.push({ name, ...packedOf(bytes, view, at) });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 70_000; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw NOT_A_WORKBOOK;
}

function packedOf(bytes: Uint8Array, view: DataView, central: number): Omit<Entry, 'name'> {
  const method = view.getUint16(central + 10, true);
  const size = view.getUint32(central + 20, true);
  const local = view.getUint32(central + 42, true);
  if (view.getUint32(local, true) !== LOCAL) throw NOT_A_WORKBOOK;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + size > bytes.length) throw NOT_A_WORKBOOK;
  return { method, packed: bytes.subarray(from, from + size) };
}
