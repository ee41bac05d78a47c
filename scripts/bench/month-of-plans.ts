/** 28 days of the same shift: how far a watcher could learn when the patrol comes, and what it costs that he cannot. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planningProblemSchema } from '#contract/planning.ts';
import { roundsFor } from '#core/planner/budget.ts';
import { checkPlan } from '#core/planner/check-plan.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import { isBreak, type PlanningProblem, type Routes } from '#core/planner/problem.ts';
import { searchPlan } from '#core/planner/solve.ts';
import { type PastRoute } from '#core/planner/vary/past.ts';
import { predictability, type Sighting } from '#core/planner/vary/predictability.ts';
import { type BenchSettings, meanOf, percent, rowsOf } from './bench-tools.ts';

const DAYS = 28;
/** Sets whose nights are planned over and over. */
const SETS = /^(s06p2g5|f12p3g5|f12p2g5)-/;
/** The best value that a plan's price is counted from. */
const BEST_MS = 5000;
const VARY_SHARE = 0.4;

interface Way {
  readonly name: string;
  /** null: the best plan of a new seed each day. */
  readonly tolerance: number | null;
}

const WAYS: readonly Way[] = [
  { name: 'a new seed a day', tolerance: null },
  { name: 'unlike the past, at most 1 %', tolerance: 0.01 },
  { name: 'unlike the past, at most 2 %', tolerance: 0.02 },
];

interface Month {
  readonly loss: number;
  readonly evenness: number;
  readonly neverSeen: number;
  readonly repeated: number;
}

/** Markdown, a row for each way to plan. Throws where a plan breaks a rule. */
export function monthTable({ folder, only, timeMs }: BenchSettings): string {
  const problems = rowsOf(readFileSync(join(folder, 'known.csv'), 'utf8'))
    .map(({ instance = '' }) => instance)
    .filter((instance) => SETS.test(instance) && only.test(instance))
    .map((instance) =>
      planningProblemSchema.parse(
        JSON.parse(readFileSync(join(folder, 'cases', `${instance}.json`), 'utf8')),
      ),
    );
  if (problems.length === 0) return '';
  const row = (way: Way) => {
    const months = problems.map((problem) => monthOf(problem, way, timeMs));
    const mean = (of: (month: Month) => number) => meanOf(months.map(of));
    return `| ${way.name} | ${percent(mean(({ loss }) => -loss))} | ${mean((month) => month.evenness).toFixed(2)} | ${percent(mean(({ neverSeen }) => neverSeen))} | ${percent(mean(({ repeated }) => repeated))} |`;
  };
  return [
    `${DAYS} days of the same shift, ${problems.length} cases, ${timeMs} ms a day`,
    '',
    '| plan | value | E | B | R |',
    '|---|--:|--:|--:|--:|',
    ...WAYS.map(row),
    '',
  ].join('\n');
}

function monthOf(problem: PlanningProblem, { tolerance }: Way, timeMs: number): Month {
  const best = searchPlan(problem, { seed: 99, iterations: roundsFor(problem, BEST_MS) }).bestValue;
  const days: Routes[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const rounds = roundsFor(problem, timeMs);
    const past = days.flatMap((plan, then) => pastOf(plan, day - then));
    const iterations = Math.round(rounds * VARY_SHARE);
    const plan = searchPlan(problem, {
      seed: day + 1,
      iterations: tolerance === null ? rounds : rounds - iterations,
      vary: tolerance === null ? undefined : { past, tolerance, iterations },
    });
    const [broken] = checkPlan(problem, plan);
    if (broken) throw new Error(`${broken.code} ${JSON.stringify(broken.values)}`);
    days.push(plan);
  }
  const values = days.map((plan) => evaluatePlan(problem, plan).value);
  return { loss: 100 * (1 - meanOf(values) / best), ...measured(problem, days) };
}

const pastOf = (plan: Routes, daysAgo: number): PastRoute[] =>
  plan.patrols.map(({ items }) => ({
    daysAgo,
    isMade: true,
    visits: items.flatMap((item) => (isBreak(item) ? [] : [item])),
  }));

function measured(problem: PlanningProblem, days: readonly Routes[]) {
  const windows = problem.hotspots.flatMap(({ id, dwell, windows: own }) =>
    own.map(({ open, close }) => ({ hotspot: id, open, close, dwell })),
  );
  const seen: Sighting[] = days.flatMap((plan, day) =>
    pastOf(plan, DAYS - day).flatMap(({ daysAgo, visits }) =>
      visits.map(({ hotspot, start }) => ({ hotspot, start, daysAgo })),
    ),
  );
  const { evenness, neverSeen, quarters, repeated, visits } = predictability(windows, seen);
  return {
    evenness: evenness ?? 0,
    neverSeen: (100 * neverSeen) / quarters,
    repeated: (100 * repeated) / visits,
  };
}
