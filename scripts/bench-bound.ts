/**
 * `npm run bench:bound [-- --cases DIR --only PATTERN --time-s 120]`: how far the planner's second is from the greatest value
 * that any plan could have, proven by a MIP solver, for shifts of up to 12 hot spots on a grid of five minutes. Markdown.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { planningProblemSchema } from '#contract/planning.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem, SolvedPlan } from '#core/planner/problem.ts';
import { meanOf, percent, runSolver } from './bench/bench-tools.ts';
import { provenBound } from './bound/proven-bound.ts';
import { gridStep } from './bound/time-grid.ts';
import { stopWith, wholeNumber } from './solver-arguments.ts';

const MOST_HOT_SPOTS = 12;
const LEAST_STEP = 5;

const command = new Command('bench:bound')
  .option('--cases <dir>', 'folder with problems as JSON', '../shared/planner/cases')
  .option('--only <pattern>', 'problems whose name matches', '')
  .option('--time-s <s>', 'seconds for each proof at most', wholeNumber, 120)
  .configureOutput({ outputError: (text) => stopWith(text) })
  .exitOverride()
  .parse();
const { cases, only, timeS } = command.opts<{ cases: string; only: string; timeS: number }>();

const problems = readdirSync(cases)
  .filter((file) => file.endsWith('.json') && new RegExp(only).test(file))
  .map((file) => ({ file: join(cases, file), name: file.replace('.json', '') }))
  .map((one) => ({ ...one, problem: problemIn(one.file) }))
  .filter(({ problem }) => problem.hotspots.length <= MOST_HOT_SPOTS)
  .filter(({ problem }) => gridStep(problem) >= LEAST_STEP);
if (problems.length === 0) stopWith(`${cases}: no problem of up to ${MOST_HOT_SPOTS} hot spots`);

console.log(`Proven within ${timeS} s a case; the planner searched for 1 s\n`);
console.log('| case | planner | no plan is worth more than | gap to the proven bound | proven |');
console.log('|---|--:|--:|--:|---|');
const gaps: number[] = [];
for (const { name, file, problem } of problems) {
  const plan = runSolver('solve.ts', [file, '--time-ms', 1000, '--seed', 1]) as SolvedPlan;
  const { value } = evaluatePlan(problem, plan);
  const { bound, isOptimal } = await provenBound(problem, timeS);
  const gap = 100 * (1 - value / bound);
  gaps.push(gap);
  const proven = isOptimal ? 'the optimum' : 'a bound';
  console.log(
    `| ${name} | ${value.toFixed(1)} | ${bound.toFixed(1)} | ${percent(gap)} | ${proven} |`,
  );
}
console.log(`| mean of ${gaps.length} | | | ${percent(meanOf(gaps))} | |`);

function problemIn(file: string): PlanningProblem {
  return planningProblemSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
