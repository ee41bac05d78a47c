/** CSV with a heading, whatever it parts its fields with. */
import { CsvError, parse } from 'csv-parse/sync';
import type { IncidentFile, TableRow } from '#core/incidents/columns.ts';
import { BadIncidentFile } from './bad-incident-file.ts';
import { EMPTY, FILE_LIMITS, refuseTooMany, refuseTooWide } from './file-limits.ts';

const DELIMITERS = [';', '\t', ',', '|'] as const;

/** What Excel writes above the heading to say it: `sep=;`. */
const SAID = /^sep=(.)\r?\n/i;

/** What is said, or what the heading has most of. */
function delimiterOf(text: string): string {
  const said = SAID.exec(text)?.[1];
  if (said !== undefined) return said;
  const end = text.search(/[\r\n]/);
  const heading = end === -1 ? text : text.slice(0, end);
  const counted = DELIMITERS.map((one) => [heading.split(one).length, one] as const);
  return counted.reduce((most, one) => (one[0] > most[0] ? one : most))[1];
}

/** @throws BadIncidentFile */
export function readCsv(text: string, mostRows: number): IncidentFile {
  let columns: readonly string[] | null = null;
  const rows: TableRow[] = [];
  const take = (cells: readonly string[], line: number) => {
    refuseTooWide(cells.length);
    if (cells.every((cell) => cell === '')) return;
    if (columns === null) columns = cells;
    else rows.push({ line, cells });
    refuseTooMany(rows.length, mostRows);
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      from_line: SAID.test(text) ? 2 : 1,
      bom: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: FILE_LIMITS.rowCharacters,
      on_record: (cells: readonly string[], { lines }: { readonly lines: number }) => {
        take(cells, lines);
        return null;
      },
    });
  } catch (error) {
    throw told(error);
  }
  if (columns === null || rows.length === 0) throw EMPTY;
  return { format: 'csv', columns, rows };
}

function told(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = Number(error.lines ?? 0);
  return new BadIncidentFile({
    sv: `Rad ${line}: raden går inte att läsa som CSV. Kontrollera citattecken och skiljetecken.`,
    en: `Line ${line}: it cannot be read as CSV. Check quotes and delimiters.`,
  });
}
