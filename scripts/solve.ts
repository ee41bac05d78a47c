/** `npm run --silent solve -- PROBLEM.json --time-ms 1000 --seed 1`: a plan as JSON, without server or database. */
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { planningProblemSchema } from '#contract/planning.ts';
import { PROMISE } from '#core/planner/bridge/dose-worth.ts';
import { roundsFor } from '#core/planner/budget.ts';
import type { LockedConflict } from '#core/planner/locked-conflicts.ts';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { problemFaults } from '#core/planner/problem-faults.ts';
import { solve } from '#core/planner/solve.ts';
import { warmUp } from '#core/planner/warm-up.ts';
import { stopWith, wholeNumber } from './solver-arguments.ts';

interface Arguments {
  readonly timeMs: number;
  readonly seed: number;
  readonly iterations?: number;
  readonly gamma?: number;
  readonly promise?: number;
}

function main(): void {
  const command = new Command('solve')
    .argument('<problem>', 'problem in the form of patrol-bench/1')
    .option(
      '--time-ms <ms>',
      'time for the search at most, counted once the engine is warm',
      wholeNumber,
      1000,
    )
    .option(
      '--iterations <n>',
      'rounds of the search; absent: what an ordinary machine makes in the time',
      wholeNumber,
    )
    .option('--seed <n>', 'the same seed and rounds give the same plan', wholeNumber, 1)
    .option(
      '--gamma <share>',
      "worth of a further dose instead of the problem's; targets are promises then, as in the app",
      share,
    )
    .option('--promise <share>', 'discount in the search of a dose beyond its target', share)
    .configureOutput({ outputError: (text) => stopWith(text) })
    .exitOverride()
    .parse();
  const [file = ''] = command.args;
  const given = command.opts<Arguments>();
  const read = readProblem(file);
  const promise = given.promise ?? (given.gamma === undefined ? read.promise : PROMISE);
  const problem = { ...read, gamma: given.gamma ?? read.gamma, promise };
  warmUp();
  const deadline = performance.now() + given.timeMs;
  const { plan, conflicts } = solve(problem, {
    seed: given.seed,
    iterations: given.iterations ?? roundsFor(problem, given.timeMs),
    shouldStop: () => performance.now() >= deadline,
  });
  if (!plan)
    stopWith(`contradictory: ${conflicts.map((one) => conflictLine(problem, one)).join('; ')}`);
  else process.stdout.write(`${JSON.stringify(plan)}\n`);
}

function readProblem(file: string): PlanningProblem {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return stopWith(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = planningProblemSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return stopWith(
      `${file}: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'not a problem'}`,
    );
  }
  const [fault] = problemFaults(parsed.data);
  return fault ? stopWith(`${file}: ${fault.field}: ${fault.message}`) : parsed.data;
}

/** Both visits of a contradiction by patrol, hot spot and minute, and the rule with its figures. */
function conflictLine(problem: PlanningProblem, conflict: LockedConflict): string {
  const name = (index: number | undefined) => {
    const visit = index === undefined ? undefined : problem.locked?.[index];
    if (!visit) return [];
    const patrol = problem.patrols[visit.patrol]?.id ?? '';
    return [`${patrol} at ${problem.hotspots[visit.hotspot]?.id ?? ''} ${visit.start}`];
  };
  const pair = [...name(conflict.visit), ...name(conflict.other)].join(' and ');
  return `${pair || conflict.patrol}: ${conflict.code} ${JSON.stringify(conflict.values)}`;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Give a number from 0 to 1.');
  return value;
}

main();
