/** What the planner's benchmarks share. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface BenchSettings {
  readonly folder: string;
  readonly seeds: number;
  readonly timeMs: number;
  readonly only: RegExp;
}

/** Runs a command of ours as it is run by hand, start-up and all; gives what it prints as JSON. */
export function runSolver(script: string, args: readonly (string | number)[]): unknown {
  const file = join(import.meta.dirname, '..', script);
  const printed = execFileSync(process.execPath, [file, ...args.map(String)], { encoding: 'utf8' });
  return JSON.parse(printed);
}

/** Rows of a table of plain names and figures: nothing in it is quoted. */
export function rowsOf(table: string): Record<string, string>[] {
  const [head = '', ...lines] = table.trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

export const percent = (value: number): string => `${value.toFixed(2)} %`;
