/** Counts and times of visits, clipped to the block they are counted in. */
import { clipAll, totalMs, union } from '../calendar/interval.ts';
import type { CalendarRules } from '../calendar/local-time.ts';
import { shareByWeekHour, WEEK_HOURS, weekHourOf } from '../calendar/operational-hour.ts';
import type { TimeSpan, VisitSource } from '../model.ts';
import type { CoverageSums } from './coverage-block.ts';
import { dwellHistogram } from './length-histogram.ts';
import { aboveCeiling, type ClassedPresence, isDose } from './visit-class.ts';

export function noWeekHours(): number[] {
  return Array.from<number>({ length: WEEK_HOURS }).fill(0);
}

export function noSources(): Record<VisitSource, number> {
  return { manual: 0, gps: 0, 'manual+gps': 0, estimated: 0 };
}

function countClasses(started: readonly ClassedPresence[]): CoverageSums['visits'] {
  const count = (is: (visit: ClassedPresence) => boolean) => started.filter(is).length;
  return {
    dose: count((visit) => isDose(visit.class)),
    overCeiling: count((visit) => visit.class === 'over-ceiling'),
    short: count((visit) => visit.class === 'short'),
    passThrough: count((visit) => visit.class === 'pass-through'),
  };
}

function dosesOnGrid(counted: readonly ClassedPresence[], rules: CalendarRules): number[] {
  const grid = noWeekHours();
  for (const dose of counted.filter((visit) => isDose(visit.class))) {
    const cell = weekHourOf(rules, dose.from);
    grid[cell] = (grid[cell] ?? 0) + 1;
  }
  return grid;
}

/** @param started the visits that start in the block: each belongs to one block, and its dwell counts in full */
export function countsOfVisits(
  started: readonly ClassedPresence[],
  rules: CalendarRules,
): Pick<CoverageSums, 'visits' | 'bySource' | 'late' | 'dwell' | 'gridDoses'> {
  const counted = started.filter((visit) => visit.class !== 'pass-through');
  const bySource = noSources();
  for (const visit of counted) bySource[visit.source] += 1;
  return {
    visits: countClasses(started),
    bySource,
    late: counted.filter((visit) => visit.late).length,
    dwell: dwellHistogram(counted),
    gridDoses: dosesOnGrid(counted, rules),
  };
}

function timeOnGrid(covered: readonly TimeSpan[], rules: CalendarRules): number[] {
  const grid = noWeekHours();
  for (const span of covered) {
    shareByWeekHour(rules, span, (cell, ms) => {
      grid[cell] = (grid[cell] ?? 0) + ms;
    });
  }
  return grid;
}

/**
 * Patrol time is the union of the visits, so two patrols at once count once; person time is each visit's time by
 * its officers.
 *
 * @param counted doses and short visits that touch the block
 * @param within what is counted of the block's time: stretches apart from each other
 */
export function timesOfVisits(
  counted: readonly ClassedPresence[],
  within: readonly TimeSpan[],
  rules: CalendarRules,
): Pick<CoverageSums, 'personMs' | 'aboveCeilingMs' | 'gridMs'> & { readonly patrolMs: number } {
  const inside = (spans: readonly TimeSpan[]) => within.flatMap((part) => clipAll(spans, part));
  const covered = union(inside(counted));
  const over = counted.map((visit) => aboveCeiling(visit, visit.thresholds));
  return {
    patrolMs: totalMs(covered),
    personMs: counted.reduce((sum, visit) => sum + visit.officers * totalMs(inside([visit])), 0),
    aboveCeilingMs: totalMs(union(inside(over.filter((part) => part !== null)))),
    gridMs: timeOnGrid(covered, rules),
  };
}
