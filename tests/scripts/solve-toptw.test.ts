import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchPlan } from '#core/planner/solve.ts';
import { scoreOf } from '../../scripts/toptw/check-routes.ts';
import { readToptw } from '../../scripts/toptw/read-toptw.ts';
import { problemOf, solutionOf } from '../../scripts/toptw/toptw-problem.ts';

const script = resolve(import.meta.dirname, '../../scripts/solve-toptw.ts');
const folder = mkdtempSync(join(tmpdir(), 'fotspar-toptw-'));
const shared = resolve(import.meta.dirname, '../../../shared/planner/toptw');
const isThere = existsSync(shared);
if (!isThere) console.log(`Skipped: the published benchmark is not at ${shared}.`);

const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

function fileOf(text: string): string {
  const file = join(folder, `${Math.random()}.txt`);
  writeFileSync(file, text);
  return file;
}

/** Two rich vertices far apart, a poor one on the way; a route has time for one rich and the poor one. */
const SMALL = `4 1 3 1
0 200
 0 0.00 0.00 0.00 0.00 0 0 0 100
 1 30.00 0.00 10.00 50.00 1 1 1 0 100
 2 -30.00 0.00 10.00 60.00 1 1 1 0 100
 3 -15.00 0.00 5.00 5.00 1 1 1 0 100
`;

const refusal = (...args: string[]) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr;
};

describe('npm run solve-toptw', () => {
  test('prints the score and each route’s vertices without the depot', () => {
    const { status, stdout } = run(fileOf(SMALL), '--routes', '1', '--time-ms', '50');
    expect(status).toBe(0);
    const { score, routes } = JSON.parse(stdout) as { score: number; routes: number[][] };
    expect(score).toBe(65);
    expect(routes.map((route) => route.toSorted((a, b) => a - b))).toEqual([[2, 3]]);
  });

  test('visits all where there are routes enough', () => {
    const { stdout } = run(fileOf(SMALL), '--routes', '2', '--time-ms', '50');
    expect(JSON.parse(stdout)).toMatchObject({ score: 115 });
  });

  test.each([
    ['a word for a number', SMALL.replace('30.00', 'far'), /line 4: far is no number/],
    ['a vertex too few', SMALL.replace('4 1 3 1', '4 1 4 1'), /4 vertices/],
    ['an empty file', '', /line 1/],
    ['a line cut short', SMALL.replace(' 3 -15.00 0.00 5.00 5.00 1 1 1 0 100', ' 3 -15'), /line 6/],
  ])('refuses %s, naming the line', (_case, text, why) => {
    expect(refusal(fileOf(text), '--routes', '1')).toMatch(why);
  });

  test('refuses a file that is not there, and no routes', () => {
    expect(refusal(join(folder, 'nowhere.txt'), '--routes', '1')).toContain('nowhere.txt');
    expect(refusal(fileOf(SMALL), '--routes', '0')).toContain('--routes');
    expect(refusal(fileOf(SMALL))).toContain('--routes');
  });
});

describe('distances', () => {
  test('are rounded down to tenths for Solomon’s instances, to hundredths for Cordeau’s', () => {
    const [, first] = problemOf(readToptw(SMALL.replace('30.00 0.00', '3.00 1.00')), 1).walk[0]!;
    expect(first).toBe(31);
    const cordeau = SMALL.replace('4 1 3 1', '5 1 3 1').replace('30.00 0.00', '3.00 1.00');
    expect(problemOf(readToptw(cordeau), 1).walk[0]![1]).toBe(316);
  });
});

describe('the benchmark’s own rules', () => {
  const instance = readToptw(SMALL);

  test.each([
    [[[1, 1]], 'twice'],
    [[[1, 2, 3]], 'too late'],
    [[[9]], 'no vertex'],
  ])('refuse %j', (routes, why) => {
    expect(() => scoreOf(instance, routes)).toThrow(why);
  });
});

describe.runIf(isThere)('on the published instances', () => {
  test.each([
    ['c101', 1, 320],
    ['r101', 1, 198],
    ['rc101', 2, 427],
    ['pr01', 1, 308],
  ])(
    '%s with %i routes reaches the best known within a few thousand rounds',
    (name, routes, best) => {
      const instance = readToptw(readFileSync(join(shared, `${name}.txt`), 'utf8'));
      const plan = searchPlan(problemOf(instance, routes), { seed: 1, iterations: 6000 });
      const found = solutionOf(instance, plan);
      expect(scoreOf(instance, found.routes)).toBe(found.score);
      expect(found.score).toBe(best);
    },
  );
});
