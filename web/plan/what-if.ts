/** Asks "what if" and "what would it take": each supposition is searched for on this device; the plan is not touched. */
import { signal } from '@preact/signals';
import type { Uuid } from '#core/model.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import {
  demandSuppositions,
  shiftSuppositions,
  stillMissing,
} from '#core/planner/bridge/what-if.ts';
import { evaluatePlan } from '#core/planner/evaluate-plan.ts';
import type { PlanningProblem, Routes } from '#core/planner/problem.ts';
import { type Supposition, suppose } from '#core/planner/suppose.ts';
import { searchInBrowser, strandsHere } from './search-in-browser.ts';
import { problem, task } from './state.ts';

/** For each supposition; all are given the same. */
const SEARCH_MS = 400;
const SEED = 1;

export interface Figures {
  readonly value: number;
  readonly met: number;
  readonly targets: number;
}

export interface Supposed {
  /** null: the shift as it is. */
  readonly what: Supposition | null;
  /** null: not searched for yet. */
  readonly figures: Figures | null;
}

/** What has been asked of the shift as a whole. */
export const supposed = signal<readonly Supposed[]>([]);

export interface Taken {
  readonly hotSpotId: Uuid;
  readonly windowId: Uuid;
  readonly answers: readonly { readonly what: Supposition; readonly missing: number | null }[];
}

/** What it would take to meet one demand. */
export const taken = signal<Taken | null>(null);

let asking = new AbortController();

/** Ends what is being asked, so that the last question is answered first. */
function ask(): AbortSignal {
  asking.abort();
  asking = new AbortController();
  return asking.signal;
}

/** @param boost a hot spot to be boosted, by id */
export async function askWhatIf(boost: Uuid | null): Promise<void> {
  const known = task.value;
  if (!known) return;
  const signal = ask();
  const rows: (Supposition | null)[] = [null, ...shiftSuppositions(known, boost)];
  supposed.value = rows.map((what) => ({ what, figures: null }));
  await eachInTurn(signal, rows, async (what, index) => {
    const routes = await searched(known, what, signal);
    if (!routes) return;
    const figures = evaluatePlan(known.problem, routes);
    supposed.value = supposed.value.map((row, at) => (at === index ? { ...row, figures } : row));
  });
}

export async function askWhatItTakes(hotSpotId: Uuid, windowId: Uuid): Promise<void> {
  const known = task.value;
  if (!known) return;
  const signal = ask();
  const all = demandSuppositions(known, hotSpotId, windowId);
  taken.value = { hotSpotId, windowId, answers: all.map((what) => ({ what, missing: null })) };
  await eachInTurn(signal, all, async (what, index) => {
    const routes = await searched(known, what, signal);
    const now = taken.value;
    if (!routes || !now) return;
    const missing = stillMissing(known, hotSpotId, windowId, routes);
    const answers = now.answers.map((one, at) => (at === index ? { ...one, missing } : one));
    taken.value = { ...now, answers };
  });
}

async function eachInTurn<T>(
  signal: AbortSignal,
  all: readonly T[],
  answer: (one: T, index: number) => Promise<void>,
): Promise<void> {
  try {
    for (const [index, one] of all.entries()) await answer(one, index);
  } catch (error) {
    if (!signal.aborted) problem.value = error;
  }
}

/** null: what is pinned contradicts itself under the supposition. */
async function searched(
  { problem: real }: PlanningTask,
  what: Supposition | null,
  signal: AbortSignal,
): Promise<Routes | null> {
  const asked: PlanningProblem = what ? suppose(real, what) : real;
  const order = { problem: asked, seed: SEED, strands: strandsHere(), timeMs: SEARCH_MS };
  return (await searchInBrowser(order, { signal })).plan;
}
