/** `npm run --silent solve-toptw -- INSTANCE.txt --routes 2 --time-ms 1000 --seed 1`: the planner's search on the published benchmark. */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { roundsFor } from '#core/planner/budget.ts';
import { searchPlan } from '#core/planner/solve.ts';
import { warmUp } from '#core/planner/warm-up.ts';
import { stopWith, wholeNumber } from './solver-arguments.ts';
import { readToptw, type ToptwInstance } from './toptw/read-toptw.ts';
import { problemOf, solutionOf } from './toptw/toptw-problem.ts';

interface Arguments {
  readonly routes: number;
  readonly timeMs: number;
  readonly seed: number;
  readonly iterations?: number;
}

function main(): void {
  const command = new Command('solve-toptw')
    .argument('<instance>', 'instance in the text format of KU Leuven')
    .requiredOption('--routes <m>', 'routes at most', wholeNumber)
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
    .option('--seed <n>', 'the same seed and rounds give the same routes', wholeNumber, 1)
    .configureOutput({ outputError: (text) => stopWith(text) })
    .exitOverride()
    .parse();
  const [file = ''] = command.args;
  const { routes, timeMs, seed, iterations: rounds } = command.opts<Arguments>();
  if (routes < 1 || routes > MOST_ROUTES) stopWith(`--routes: give 1 to ${MOST_ROUTES}`);
  const instance = readInstance(file);
  const problem = problemOf(instance, routes);
  warmUp();
  const started = performance.now();
  const plan = searchPlan(problem, {
    seed,
    iterations: rounds ?? roundsFor(problem, timeMs),
    shouldStop: () => performance.now() - started >= timeMs,
  });
  process.stdout.write(`${JSON.stringify(solutionOf(instance, plan))}\n`);
}

const MOST_ROUTES = 100;

function readInstance(file: string): ToptwInstance {
  try {
    return readToptw(readFileSync(file, 'utf8'));
  } catch (error) {
    return stopWith(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

main();
