/** The first sheet of an Excel workbook that has rows: values as texts, dates by the clock on the wall as Excel has them. */
import readXlsxFile from 'read-excel-file/node';
import type { IncidentFile, TableRow } from '#core/incidents/columns.ts';
import { BadIncidentFile } from './bad-incident-file.ts';
import { checkWorkbook } from './check-workbook.ts';
import { EMPTY, refuseTooMany, refuseTooWide } from './file-limits.ts';

/** @throws BadIncidentFile */
export async function readXlsx(bytes: Uint8Array, mostRows: number): Promise<IncidentFile> {
  checkWorkbook(bytes);
  const sheets = await sheetsOf(bytes);
  const [heading, ...rest] = sheets.find(({ data }) => data.length > 1)?.data ?? [];
  if (!heading) throw EMPTY;
  refuseTooWide(heading.length);
  refuseTooMany(rest.length, mostRows);
  const isDays = heading.map((_, column) => holdsDays(rest.map((cells) => cells[column])));
  const rows = rest
    .map(
      (cells, index): TableRow => ({
        line: index + 2,
        cells: cells.map((cell, column) => textOf(cell, isDays[column])),
      }),
    )
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw EMPTY;
  return { format: 'xlsx', columns: heading.map((cell) => textOf(cell)), rows };
}

async function sheetsOf(bytes: Uint8Array) {
  try {
    return await readXlsxFile(Buffer.from(bytes));
  } catch {
    // Whatever the library stumbles over, the file is at fault: its parts have been checked.
    throw new BadIncidentFile({
      sv: 'Excelboken går inte att läsa. Spara den på nytt, eller som CSV.',
      en: 'The workbook cannot be read. Save it anew, or as CSV.',
    });
  }
}

const HALF_A_SECOND_MS = 500;
/** A clock without a day is one of the day that Excel counts from, in 1899 or 1904. */
const FIRST_YEAR = 1905;

/** The library gives a date of the sheet as the same wall clock in UTC, now and then a hair before the minute. */
const wallOf = (date: Date) =>
  new Date(date.getTime() + HALF_A_SECOND_MS).toISOString().slice(0, 16).replace('T', ' ');

const isDate = (cell: unknown): cell is Date =>
  cell instanceof Date && !Number.isNaN(cell.getTime());

const isClock = (date: Date) => date.getUTCFullYear() < FIRST_YEAR;

/** Excel keeps a day as its midnight: where all of a column are midnights it is the hour that nobody told. */
function holdsDays(cells: readonly unknown[]): boolean {
  const dates = cells.filter(isDate).filter((date) => !isClock(date));
  return dates.length > 0 && dates.every((date) => wallOf(date).endsWith('00:00'));
}

function textOf(cell: unknown, isDay = false): string {
  if (isDate(cell)) {
    const [day = '', clock = ''] = wallOf(cell).split(' ');
    if (isClock(cell)) return clock;
    return isDay ? day : `${day} ${clock}`;
  }
  const isPlain = typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean';
  return isPlain ? String(cell).trim() : '';
}
