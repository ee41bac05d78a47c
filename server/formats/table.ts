/** What every tabular export writes, whatever the format. */
import { type Cell, csvDocument, csvLines } from './csv.ts';
import { type ExportFacts, factLines } from './export-facts.ts';

/** `Rows`: all of them, or as they are read. */
export interface Table<Rows> {
  readonly headings: readonly string[];
  readonly rows: Rows;
}

export type Lines = readonly (readonly Cell[])[];

/** As CSV, with what it says about itself above it; a long one is written as it is read. */
export async function csvOfTable(
  facts: ExportFacts,
  { headings, rows }: Table<AsyncIterable<Lines> | Iterable<Lines>>,
): Promise<string> {
  const written = [csvLines([...factLines(facts), headings])];
  for await (const part of rows) written.push(csvLines(part));
  return csvDocument(written);
}
