/** The search for tonight's plan, on this device: a new one, or one that mends what is broken and leaves the rest. */
import { v7 as uuid } from 'uuid';
import { type Mended, mendBySearch } from '#core/planner/bridge/mend-by-search.ts';
import { planFromSolution } from '#core/planner/bridge/plan-from-solution.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import type { LockedConflict } from '#core/planner/locked-conflicts.ts';
import type { PlanningProblem, SolvedPlan } from '#core/planner/problem.ts';
import { call } from '../api.ts';
import { planText } from '../text/plan.ts';
import { announce, keepConflict, keepUndo, revision, save, takePlan } from './actions.ts';
import { changes, tellChanges } from './changes.ts';
import { reload } from './load.ts';
import { violationText } from './say.ts';
import { searchInBrowser, strandsHere } from './search-in-browser.ts';
import {
  breaks,
  keepPlan,
  planning,
  problem,
  type Searching,
  searching,
  shift,
  task,
  visits,
} from './state.ts';
import { tolerance } from './tolerance.ts';
import { leftOutNow } from './unmet.ts';
import { fromWire, type ShownPlan, toWire } from './wire.ts';

const SEARCH_MS = 1000;
/** No plan at all, where routes alone are known. */
const UNSEARCHED = { unmet: [], iterations: 0, varied: 0, repetition: 0, strands: 1 };

class Enough extends Error {
  override readonly name = 'Enough';
}

/** Ends the search: with the best so far, or with the plan as it was. */
export const takeBest = (): void => searching.value?.controller.abort(new Enough());
export const cancelSearch = (): void => searching.value?.controller.abort();

/** A whole plan anew; what is pinned stays. */
export const propose = (): Promise<void> =>
  search(async (known) => {
    const solved = await solveHere(known.problem, known);
    return solved && { solved, dropped: [] };
  }, 'proposed');

/** What still holds stays as it is; the changes are counted, and shown with their reasons. */
export const mend = (): Promise<void> =>
  search(async (known) => {
    const plan = { visits: visits.value, breaks: breaks.value };
    const { outcomes = [], plan: saved = null } = planning.value ?? {};
    const leftOut = leftOutNow(known, plan.visits, outcomes, saved?.unmet ?? []);
    return mendBySearch(known, plan, leftOut, (asked) => solveHere(asked, known));
  }, 'mended');

/** Saves what is found as the draft, and tells of it. @param find gives null where the search was given up */
async function search(
  find: (known: PlanningTask) => Promise<Mended | null>,
  kind: 'proposed' | 'mended',
): Promise<void> {
  const id = shift.value?.id;
  if (!id || searching.value) return;
  if (!(await save())) return;
  await reload();
  const known = task.value;
  if (!known) return;
  const before = { visits: visits.value, breaks: breaks.value };
  try {
    const found = await find(known);
    if (!found) return;
    await keep(id, known, found.solved, before);
    if (before.visits.length > 0) keepUndo(before.visits);
    if (kind === 'mended') tellChanges(before.visits, visits.value, found.dropped);
    else {
      changes.value = null;
      announce(planText.value.proposed(visits.value.length));
    }
  } catch (error) {
    keepPlan(planning.value?.plan ?? null);
    keepConflict(error);
  } finally {
    searching.value = null;
  }
}

/** The best plan found, or null where the search was cancelled or cannot begin. */
async function solveHere(asked: PlanningProblem, known: PlanningTask): Promise<SolvedPlan | null> {
  const seed = Math.floor(Math.random() * 1_000_000);
  const controller = new AbortController();
  searching.value = { share: 0, best: null, controller };
  const unlike = { past: known.past, tolerance: Number(tolerance.value) / 100 };
  const order = { problem: asked, seed, strands: strandsHere(), timeMs: SEARCH_MS, unlike };
  const update = (more: Partial<Searching>) => {
    if (searching.value) searching.value = { ...searching.value, ...more };
  };
  try {
    const { plan, conflicts } = await searchInBrowser(order, {
      signal: controller.signal,
      onProgress: (share) => update({ share: Math.max(share, searching.value?.share ?? 0) }),
      onBetter: (patrols) => {
        update({ best: patrols });
        show(known, { ...UNSEARCHED, patrols, seed, bestValue: 0 });
      },
    });
    if (!plan) announce(planText.value.refused(conflictsText(conflicts)));
    return plan;
  } catch (error) {
    const best = searching.value?.best;
    if (controller.signal.aborted && error instanceof Enough && best)
      return { ...UNSEARCHED, patrols: best, seed, bestValue: 0 };
    keepPlan(planning.value?.plan ?? null);
    if (!controller.signal.aborted) throw error;
    return null;
  }
}

/** Pinned visits that contradict each other are named in pairs. */
const conflictsText = (conflicts: readonly LockedConflict[]): string =>
  conflicts
    .map(({ code, values }) =>
      violationText({ code: code === 'no-room-for-break' ? 'break-missing' : code, values }),
    )
    .join('; ');

/** Puts routes on the screen, as a plan that is not kept yet. */
function show(known: PlanningTask, solved: SolvedPlan): void {
  const content = planFromSolution(known, solved, uuid, fromWire(planning.value?.plan ?? null));
  visits.value = content.visits;
  breaks.value = content.breaks;
}

/** Saves the plan as the shift's draft. @throws ApiProblem, changed-meanwhile among them */
async function keep(
  id: string,
  known: PlanningTask,
  solved: SolvedPlan,
  before: ShownPlan,
): Promise<void> {
  const content = planFromSolution(known, solved, uuid, before);
  const { seed, iterations, varied, strands } = content;
  const bestValue = Math.max(solved.bestValue, content.value);
  const search = { seed, iterations, varied, strands, bestValue };
  const body = { planId: uuid(), ...toWire(content), search };
  takePlan(await call('saveDraft', { params: { id }, body, ifMatch: revision() }));
  problem.value = null;
  await reload();
}
