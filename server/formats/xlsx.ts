/**
 * A workbook of one table and a sheet that says what it is. Every text is written as text: only a cell of type
 * Formula is run by a spreadsheet, and none is written, so what somebody has typed cannot become one. Dates and times
 * are a spreadsheet's own, without a zone: by the clock on the wall.
 */
import writeXlsxFile from 'write-excel-file/node';
import type { Cell } from './csv.ts';
import { type ExportFacts, factLines } from './export-facts.ts';
import type { Lines, Table } from './table.ts';
import { isMoment } from './wall-moment.ts';

/** Excel allows 31 characters in the name of a sheet. */
const FACTS_SHEET = 'Om uttaget';

const WIDEST = 40;
const NARROWEST = 8;

export async function xlsxOfTable(
  facts: ExportFacts,
  { headings, rows }: Table<Lines>,
): Promise<Uint8Array<ArrayBuffer>> {
  const bold = headings.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true }));
  const table = {
    sheet: facts.title,
    data: [bold, ...rows.map((row) => row.map(cellOf))],
    columns: headings.map((_, column) => ({ width: widthOf(column, headings, rows) })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  };
  const about = {
    sheet: FACTS_SHEET,
    data: factLines(facts).map((line) => line.map(cellOf)),
    columns: [{ width: 28 }, { width: 24 }, { width: 14 }],
  };
  return new Uint8Array(await writeXlsxFile([table, about]).toBuffer());
}

const DATE_LENGTH = '2026-11-23'.length;

/** Numbers with the two decimals at most of the CSV. */
function cellOf(cell: Cell) {
  if (typeof cell === 'number') return Math.round(cell * 100) / 100;
  if (!isMoment(cell)) return cell;
  const isDate = cell.wall.length === DATE_LENGTH;
  const value = new Date(isDate ? cell.wall : `${cell.wall.replace(' ', 'T')}Z`);
  return { value, type: Date, format: isDate ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
}

/** Of the first rows: a table of a year must not be measured whole. */
const MEASURED_ROWS = 50;

const shown = (cell: Cell | undefined) =>
  cell === undefined ? '' : String(isMoment(cell) ? cell.wall : (cell ?? ''));

function widthOf(column: number, headings: readonly string[], rows: Lines): number {
  const heading = headings[column] ?? '';
  const lengths = rows.slice(0, MEASURED_ROWS).map((row) => shown(row[column]).length);
  const longestWord = Math.max(...heading.split(' ').map(({ length }) => length));
  return Math.min(WIDEST, Math.max(NARROWEST, longestWord + 1, ...lengths.map((is) => is + 1)));
}
