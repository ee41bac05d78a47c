/**
 * `npm run bench:core`: what the pure core takes on one core, each as a multiple of a baseline of the same run (sorting 200,000
 * numbers), so that runs on different machines can be compared.
 */
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { ALWAYS_IN_FORCE, occurrencesOpening } from '#core/calendar/window.ts';
import { mergeAll } from '#core/dosage/merge-blocks.ts';
import type { LoggedVisit } from '#core/dosage/presence.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import type { TimeWindow } from '#core/model.ts';
import { checkPlan } from '#core/planner/check-plan.ts';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { seededRandom } from '#core/planner/random.ts';
import { solve } from '#core/planner/solve.ts';

const RUNS = 9;
const FLEN = [16.588, 59.0575] as const;
const TEN_YEARS = { from: '2026-01-01', to: '2035-12-31' };

function medianMs(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2] ?? 0;
}

const numbers = (count: number): number[] => {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => random.share());
};

const WINDOW: TimeWindow = {
  id: 'evening',
  hotSpotId: 'R1',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  start: '20:30',
  end: '01:30',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: 2,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
};

/** Ten years of forty windows. */
function openings(): unknown {
  const span = spanOfPeriod(SWEDISH_RULES, TEN_YEARS);
  return Array.from({ length: 40 }, () => occurrencesOpening(WINDOW, span, SWEDISH_RULES));
}

/** A month at one hot spot with 76 visits. */
function monthBlock(index: number) {
  const months = monthsOf(TEN_YEARS);
  const span = spanOfPeriod(SWEDISH_RULES, months[index % months.length] ?? TEN_YEARS);
  const visits = Array.from({ length: 76 }, (_, visit): LoggedVisit => {
    const startedAt = span.from + visit * 8.8 * 3_600_000;
    const seconds = 180 + ((index * 7919 + visit * 104_729) % 1320);
    return {
      id: `${index}-${visit}`,
      hotSpotId: 'R1',
      patrolId: 'P1',
      slotId: null,
      startedAt,
      endedAt: startedAt + seconds * 1000,
      officers: 2,
      source: 'manual',
      late: false,
      voided: false,
    };
  });
  const windows = [{ window: WINDOW, inForce: ALWAYS_IN_FORCE }];
  return {
    span,
    visits,
    slots: [],
    windows,
    now: span.to + 1e10,
    rules: SWEDISH_RULES,
    hours: null,
  };
}

/** A star of 2,000 corners about half a kilometre wide. */
function starBorder(): unknown {
  const corners = Array.from({ length: 1999 }, (_, index) => {
    const angle = (2 * Math.PI * index) / 1999;
    const radius = 0.002 * (1 + 0.3 * Math.sin(index * 13));
    return [FLEN[0] + 2 * radius * Math.cos(angle), FLEN[1] + radius * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
}

/** Sixty hot spots and six patrols on a square of two kilometres. */
function largeShift(): PlanningProblem {
  const random = seededRandom(60);
  const places = Array.from({ length: 61 }, () => ({
    x: random.below(2000),
    y: random.below(2000),
  }));
  const minutes = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.ceil(Math.hypot(a.x - b.x, a.y - b.y) / 60);
  return {
    places,
    walk: places.map((a) => places.map((b) => minutes(a, b))),
    hotspots: Array.from({ length: 60 }, (_, index) => ({
      id: `H${index}`,
      place: index + 1,
      dwell: 15,
      spacing: 75,
      windows: [{ open: 1080 + random.below(120), close: 1500, target: 2, weight: 10 }],
    })),
    patrols: Array.from({ length: 6 }, (_, index) => ({
      id: `P${index}`,
      start: 1020,
      end: 1560,
      from: 0,
      to: 0,
      break: { dur: 30, earliest: 1200, latest: 1400 },
    })),
    gamma: 0.9,
    beyond: 0.3,
  };
}

const sorted = numbers(200_000);
const baseline = medianMs(() => [...sorted].sort((a, b) => a - b));
const inputs = Array.from({ length: 120 }, (_, index) => monthBlock(index));
const blocks = inputs.map(summariseBlock);
const border = starBorder();
const shift = largeShift();
const { plan } = solve(shift, { seed: 1, iterations: 300 });
if (!plan) throw new Error('the shift has no locked visits to contradict each other');

const rows: readonly (readonly [string, () => unknown])[] = [
  ['ten years of forty windows opened', openings],
  ['120 months of one hot spot counted', () => inputs.map(summariseBlock)],
  ['ten years merged from counted months', () => mergeAll(blocks)],
  ['a tertial merged', () => mergeAll(blocks.slice(-4))],
  ['a border of 2,000 corners checked', () => checkGeometry(border, { center: FLEN, others: [] })],
  ['a plan of 60 hot spots checked, as at each move of a drag', () => checkPlan(shift, plan)],
  ['100 rounds of search at 60 hot spots', () => solve(shift, { seed: 2, iterations: 100 })],
];
console.log(`Baseline: 200,000 numbers sorted in ${baseline.toFixed(1)} ms, median of ${RUNS}.\n`);
console.log('| work | ms | of the baseline |\n|---|--:|--:|');
for (const [name, work] of rows) {
  const ms = medianMs(work);
  console.log(`| ${name} | ${ms.toFixed(2)} | ${(ms / baseline).toFixed(3)} |`);
}
