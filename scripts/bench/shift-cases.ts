/** Shifts of 6 to 60 hot spots against the known values of VROOM and of a prototype. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planningProblemSchema } from '#contract/planning.ts';
import { checkPlan } from '#core/planner/check-plan.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem, SolvedPlan } from '#core/planner/problem.ts';
import { type BenchSettings, meanOf, medianOf, percent, rowsOf, runSolver } from './bench-tools.ts';

interface Case {
  readonly set: string;
  readonly overVroom: number;
  readonly overPrototype: number;
  readonly lossAtOnce: number;
  readonly met: number;
  readonly metByVroom: number;
  readonly isRepeated: boolean;
}

const FIRST_ANSWER_MS = 100;
const LONG_MS = 5000;
/** What the app plans with, and what targets are compared at. */
const APP_GAMMA = 0.9;

/** Markdown, a row for each set of cases. Throws where a plan breaks a rule. */
export function shiftTable(settings: BenchSettings): string {
  const known = rowsOf(readFileSync(join(settings.folder, 'known.csv'), 'utf8'));
  const cases = known
    .filter(({ instance = '' }) => settings.only.test(instance))
    .map((row) => caseOf(row, settings));
  if (cases.length === 0) return '';
  const row = (set: string) => {
    const own = cases.filter((one) => one.set === set);
    const mean = (of: (one: Case) => number) => meanOf(own.map(of));
    const met = `${mean(({ met }) => met).toFixed(1)} / ${mean((one) => one.metByVroom).toFixed(1)}`;
    const repeated = own.every(({ isRepeated }) => isRepeated) ? 'yes' : 'NO';
    return `| ${set} | ${own.length} | ${percent(mean((one) => one.overVroom))} | ${percent(mean((one) => one.overPrototype))} | ${percent(mean((one) => one.lossAtOnce))} | ${met} | ${repeated} |`;
  };
  return [
    `Shifts, ${settings.timeMs} ms, median of ${settings.seeds} seeds; all plans keep every rule`,
    '',
    `| set | cases | over VROOM | over the prototype’s second | loss at ${FIRST_ANSWER_MS} ms against own ${LONG_MS / 1000} s | targets met at gamma ${APP_GAMMA} / by VROOM | same seed, same plan |`,
    '|---|--:|--:|--:|--:|--:|---|',
    ...[...new Set(cases.map(({ set }) => set))].map(row),
    '',
  ].join('\n');
}

function caseOf(row: Record<string, string>, { folder, seeds, timeMs }: BenchSettings): Case {
  const { instance = '', vroom, vroom_met: metByVroom, p1000 } = row;
  const file = join(folder, 'cases', `${instance}.json`);
  const problem = planningProblemSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const all = Array.from({ length: seeds }, (_, index) => index + 1);
  const valuesAt = (ms: number) =>
    all.map((seed) => valueOf(problem, file, ['--time-ms', ms, '--seed', seed]).value);
  const value = medianOf(valuesAt(timeMs));
  const met = all.map(
    (seed) =>
      valueOf({ ...problem, gamma: APP_GAMMA }, file, [
        '--time-ms',
        timeMs,
        '--seed',
        seed,
        '--gamma',
        APP_GAMMA,
      ]).met,
  );
  return {
    set: instance.replace(/-\d+$/, ''),
    overVroom: 100 * (value / Number(vroom) - 1),
    overPrototype: 100 * (value / Number(p1000) - 1),
    lossAtOnce: 100 * (1 - medianOf(valuesAt(FIRST_ANSWER_MS)) / medianOf(valuesAt(LONG_MS))),
    met: medianOf(met),
    metByVroom: Number(metByVroom),
    isRepeated: isRepeated(file),
  };
}

function valueOf(problem: PlanningProblem, file: string, args: readonly (string | number)[]) {
  const plan = runSolver('solve.ts', [file, ...args]) as SolvedPlan;
  const [broken] = checkPlan(problem, plan);
  if (broken) throw new Error(`${file}: ${broken.code} ${JSON.stringify(broken.values)}`);
  return evaluatePlan(problem, plan);
}

function isRepeated(file: string): boolean {
  const run = () => JSON.stringify(runSolver('solve.ts', [file, '--seed', 7, '--iterations', 500]));
  return run() === run();
}
