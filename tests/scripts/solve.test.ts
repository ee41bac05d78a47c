import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import type { PlanningProblem, SolvedPlan } from '#core/planner/problem.ts';
import { flenNight } from '../core/planner/flen-night.ts';

const script = resolve(import.meta.dirname, '../../scripts/solve.ts');
const folder = mkdtempSync(join(tmpdir(), 'fotspar-solve-'));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

function fileOf(content: string): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, content);
  return file;
}
const problemFile = (change: Partial<PlanningProblem> = {}) =>
  fileOf(JSON.stringify({ ...flenNight(1, 3), ...change }));

/** Refused as a bad problem: exit 2, nothing on standard output, one line of why. */
function refusal(...args: string[]): string {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr;
}

describe('npm run solve', () => {
  test('prints one plan that keeps the rules, with what is unmet and why', () => {
    const { status, stdout, stderr } = run(problemFile(), '--time-ms', '50', '--seed', '4');
    const plan = JSON.parse(stdout) as SolvedPlan;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(checkPlan(flenNight(1, 3), plan)).toEqual([]);
    expect(plan).toMatchObject({ seed: 4, iterations: expect.any(Number) });
    expect(plan.unmet[0]?.reason.code).toBe('load-ceiling');
  });

  test('ends by itself when its time is up', () => {
    const { status, stdout } = run(problemFile(), '--time-ms', '300');
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as SolvedPlan).iterations).toBeGreaterThan(0);
  });

  test('gives the same plan for the same seed and rounds', () => {
    const args = [problemFile(), '--seed', '3', '--iterations', '100', '--time-ms', '60000'];
    expect(run(...args).stdout).toBe(run(...args).stdout);
  });

  test('plans with another worth of repeats where told so', () => {
    const once = { ...flenNight(1, 3).hotspots[0]!, id: 'only' };
    const problem = problemFile({ hotspots: [once] });
    const plan = JSON.parse(run(problem, '--time-ms', '50', '--gamma', '0').stdout) as SolvedPlan;
    expect(plan.patrols[0]?.items).toHaveLength(1);
  });

  test('refuses a file that is not there', () => {
    expect(refusal(join(folder, 'nowhere.json'))).toContain('nowhere.json');
  });

  test('refuses a file that is no JSON', () => {
    expect(refusal(fileOf('{"places": ['))).toContain('JSON');
  });

  test('refuses a field of the wrong kind, naming it', () => {
    const [first] = flenNight(1, 3).patrols;
    const patrols = [{ ...first!, start: 12.5 }];
    expect(refusal(problemFile({ patrols }))).toContain('/patrols/0/start: give a whole number');
  });

  test('refuses an index that leads nowhere, with the cure', () => {
    const [first] = flenNight(1, 3).patrols;
    const patrols = [{ ...first!, from: 70 }];
    expect(refusal(problemFile({ patrols }))).toContain(
      '/patrols/0/from: there is no place 70: give 0–6',
    );
  });

  test('refuses contradictory locks, naming both', () => {
    const locked = [
      { patrol: 0, hotspot: 0, start: 1300 },
      { patrol: 0, hotspot: 1, start: 1305 },
    ];
    const line = refusal(problemFile({ locked }));
    expect(line).toContain('P1 at R2 1305 and P1 at R1 1300');
  });

  test('refuses a seed that is no number', () => {
    expect(refusal(problemFile(), '--seed', 'x')).toContain('--seed');
  });
});
