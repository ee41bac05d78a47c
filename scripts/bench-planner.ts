/**
 * `npm run bench:planner [-- --cases DIR --seeds 3 --time-ms 1000]`: the planner against known figures, as Markdown tables. DIR has
 * `cases/*.json` with `known.csv`, and `toptw/*.txt` with `toptw/bks.csv`. Run it on an otherwise idle machine.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { monthTable } from './bench/month-of-plans.ts';
import { shiftTable } from './bench/shift-cases.ts';
import { toptwTable } from './bench/toptw-cells.ts';
import { stopWith, wholeNumber } from './solver-arguments.ts';

interface Arguments {
  readonly cases: string;
  readonly seeds: number;
  readonly timeMs: number;
  readonly only: string;
}

const command = new Command('bench:planner')
  .option('--cases <dir>', 'folder with cases, known.csv and toptw', '../shared/planner')
  .option('--seeds <n>', 'medians of so many seeds', wholeNumber, 3)
  .option('--time-ms <ms>', 'time for each search', wholeNumber, 1000)
  .option('--only <pattern>', 'cases and cells whose name matches', '')
  .configureOutput({ outputError: (text) => stopWith(text) })
  .exitOverride()
  .parse();
const { cases, seeds, timeMs, only } = command.opts<Arguments>();
if (!existsSync(join(cases, 'known.csv')))
  stopWith(`${cases}: there is no known.csv; give --cases`);

const settings = { folder: cases, seeds, timeMs, only: new RegExp(only) };
console.log(shiftTable(settings));
console.log(monthTable(settings));
console.log(toptwTable(settings));
