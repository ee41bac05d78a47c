import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPlan } from '#core/planner/check-plan.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem, Routes } from '#core/planner/problem.ts';
import { isBreak } from '#core/planner/problem.ts';
import { solve } from '#core/planner/solve.ts';

const shared = resolve(import.meta.dirname, '../../../../shared/planner');
const isThere = existsSync(join(shared, 'check.mjs'));
if (!isThere) console.log(`Skipped: the shared planning cases are not at ${shared}.`);
const cases = isThere ? readdirSync(join(shared, 'cases')) : [];
const folder = mkdtempSync(join(tmpdir(), 'fotspar-planner-'));

const read = (name: string) =>
  JSON.parse(readFileSync(join(shared, 'cases', name), 'utf8')) as PlanningProblem;

/** What the independent checker says: its figures, or null where it finds a broken rule. */
function independentFigures(name: string, plan: Routes): Record<string, number> | null {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const args = [join(shared, 'check.mjs'), join(shared, 'cases', name), file];
  try {
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  } catch {
    return null;
  }
}

/** The plan with its n-th visit moved by some minutes. */
const shifted = (plan: Routes, n: number, minutes: number): Routes => {
  let seen = -1;
  return {
    patrols: plan.patrols.map((route) => ({
      ...route,
      items: route.items.map((item) => {
        if (isBreak(item)) return item;
        seen += 1;
        return seen === n ? { ...item, start: item.start + minutes } : item;
      }),
    })),
  };
};

const quickPlan = (problem: PlanningProblem): Routes => {
  const { plan } = solve(problem, { seed: 7, iterations: 30 });
  if (!plan) throw new Error('the shared cases have no locked visits');
  return plan;
};

describe.skipIf(!isThere)('the shared cases', () => {
  test.each(cases.filter((_, i) => i % 4 === 0))(
    'our check and figures of %s are those of the independent checker',
    (name) => {
      const problem = read(name);
      const plan = quickPlan(problem);
      const ours = evaluatePlan(problem, plan);
      expect(checkPlan(problem, plan)).toEqual([]);
      expect({ ...ours, value: +ours.value.toFixed(3) }).toEqual(independentFigures(name, plan));
    },
  );

  test('a plan changed by hand is refused by our check exactly where the independent one refuses it', () => {
    const name = cases.find((one) => one.startsWith('f12p2')) ?? '';
    const problem = read(name);
    const plan = quickPlan(problem);
    for (const [visit, minutes] of [
      [0, 5],
      [1, -15],
      [3, 3],
      [6, 40],
      [9, -4],
      [12, 90],
    ] as const) {
      const changed = shifted(plan, visit, minutes);
      const isRefused = independentFigures(name, changed) === null;
      expect(checkPlan(problem, changed).length > 0).toBe(isRefused);
    }
  });
});
