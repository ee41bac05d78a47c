/**
 * Blocks added up. Every sum is of whole numbers, so it is the same however the blocks are grouped:
 * mergeBlocks(a, mergeBlocks(b, c)) = mergeBlocks(mergeBlocks(a, b), c).
 */
import { VISIT_SOURCES } from '../model.ts';
import type {
  CountAndTime,
  CoverageBlock,
  CoverageSums,
  DosesAndTime,
  WeekDoses,
} from './coverage-block.ts';
import { mergeDoseDays, NO_DAYS } from './dose-days.ts';
import { mergeGaps } from './dose-gaps.ts';
import { mergeHistograms } from './length-histogram.ts';
import { byLossReason } from './slot-loss.ts';
import { noSources, noWeekHours } from './visit-sums.ts';
import { sumByWindow } from './window-doses.ts';

type Blocks = readonly CoverageSums[];

function sum(blocks: Blocks, value: (block: CoverageSums) => number): number {
  let total = 0;
  for (const block of blocks) total += value(block);
  return total;
}

function sumDoses(blocks: Blocks, part: (block: CoverageSums) => DosesAndTime): DosesAndTime {
  return {
    doses: sum(blocks, (block) => part(block).doses),
    ms: sum(blocks, (block) => part(block).ms),
  };
}

function sumCounts(blocks: Blocks, part: (block: CoverageSums) => CountAndTime): CountAndTime {
  return {
    count: sum(blocks, (block) => part(block).count),
    ms: sum(blocks, (block) => part(block).ms),
  };
}

function sumSources(blocks: Blocks): CoverageSums['bySource'] {
  const sources = noSources();
  for (const source of VISIT_SOURCES) {
    sources[source] = sum(blocks, (block) => block.bySource[source]);
  }
  return sources;
}

function sumGrids(blocks: Blocks, grid: (block: CoverageSums) => readonly number[]): number[] {
  const total = noWeekHours();
  for (const block of blocks) {
    const cells = grid(block);
    for (let cell = 0; cell < cells.length; cell += 1) {
      total[cell] = (total[cell] ?? 0) + (cells[cell] ?? 0);
    }
  }
  return total;
}

/** A week cut by the border between two months is one week again. */
function sumWeeks(blocks: Blocks): WeekDoses[] {
  const weeks = new Map<string, WeekDoses>();
  for (const block of blocks) {
    for (const week of block.weeks) {
      const known = weeks.get(week.week);
      weeks.set(week.week, {
        week: week.week,
        promised: (known?.promised ?? 0) + week.promised,
        planned: (known?.planned ?? 0) + week.planned,
        delivered: (known?.delivered ?? 0) + week.delivered,
      });
    }
  }
  return [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
}

/** What adds up over months and over hot spots alike. */
export function addUp(blocks: Blocks): CoverageSums {
  return {
    promised: sumDoses(blocks, (block) => block.promised),
    planned: sumDoses(blocks, (block) => block.planned),
    delivered: sumDoses(blocks, (block) => block.delivered),
    personMs: sum(blocks, (block) => block.personMs),
    aboveCeilingMs: sum(blocks, (block) => block.aboveCeilingMs),
    visits: {
      dose: sum(blocks, (block) => block.visits.dose),
      overCeiling: sum(blocks, (block) => block.visits.overCeiling),
      short: sum(blocks, (block) => block.visits.short),
      passThrough: sum(blocks, (block) => block.visits.passThrough),
    },
    bySource: sumSources(blocks),
    late: sum(blocks, (block) => block.late),
    dwell: mergeHistograms(blocks.map((block) => block.dwell)),
    windows: {
      kept: sum(blocks, (block) => block.windows.kept),
      all: sum(blocks, (block) => block.windows.all),
    },
    losses: byLossReason((reason) => sumCounts(blocks, (block) => block.losses[reason])),
    unexplained: sumCounts(blocks, (block) => block.unexplained),
    notOffered: sum(blocks, (block) => block.notOffered),
    missed: sum(blocks, (block) => block.missed),
    gridMs: sumGrids(blocks, (block) => block.gridMs),
    gridDoses: sumGrids(blocks, (block) => block.gridDoses),
    weeks: sumWeeks(blocks),
    byWindow: sumByWindow(blocks.map((block) => block.byWindow)),
  };
}

/**
 * One hot spot's blocks, each beginning where another ends, in any order → one block. Throws RangeError for no
 * blocks, or blocks that overlap or leave a hole.
 */
export function mergeAll(blocks: readonly CoverageBlock[]): CoverageBlock {
  const inOrder = [...blocks].sort((a, b) => a.span.from - b.span.from);
  const [first, ...rest] = inOrder;
  if (first === undefined) throw new RangeError('There are no blocks to merge.');
  let { span, until } = first;
  for (const next of rest) {
    if (next.span.from !== span.to) throw new RangeError('The blocks are not adjacent in time.');
    span = { from: span.from, to: next.span.to };
    until = Math.max(until, next.until);
  }
  const gaps = mergeGaps(inOrder.map((block) => block.gaps));
  const doseDays = inOrder.reduce((days, block) => mergeDoseDays(days, block.doseDays), NO_DAYS);
  return { ...addUp(inOrder), span, until, gaps, doseDays };
}

/** Two blocks of one hot spot, adjacent in time. */
export function mergeBlocks(a: CoverageBlock, b: CoverageBlock): CoverageBlock {
  return mergeAll([a, b]);
}
