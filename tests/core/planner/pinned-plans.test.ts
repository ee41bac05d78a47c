/** Same problem, seed and rounds: the same plan on every machine. A change of the search changes these, and must say so. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PlanningProblem } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';
import { flenNight } from './flen-night.ts';

const hashOf = (problem: PlanningProblem, seed: number): string => {
  const { plan } = solve(problem, { seed, iterations: 400 });
  const { patrols, iterations, unmet } = plan ?? {};
  const told = JSON.stringify({ patrols, iterations, unmet, seed });
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
};

test.each([
  ['one patrol, two doses each', flenNight(1, 2), 1, '2f5d9a5a2fb6096f'],
  ['two patrols, three doses each', flenNight(2, 3), 1, '870ef0edbad7b302'],
  ['another seed', flenNight(2, 3), 2, 'b6c49ea9a4449b18'],
])('%s', (_name, problem, seed, expected) => {
  expect(hashOf(problem, seed)).toBe(expected);
});
