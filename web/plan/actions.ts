/** What a shift lead does with a plan: each change is checked by the server's own rules before it is taken. */
import { signal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { LossReason } from '#core/model.ts';
import { checkChange } from '#core/planner/bridge/check-change.ts';
import { ApiProblem, call } from '../api.ts';
import { planText } from '../text/plan.ts';
import { announcer, SHOWN_MS } from '../ui/announcer.ts';
import type { Visits } from './edits.ts';
import { choose, reload } from './load.ts';
import type { PlanReply } from './replies.ts';
import { violationText } from './say.ts';
import {
  announcement,
  breaks,
  check,
  isDirty,
  keepPlan,
  planning,
  problem,
  searching,
  shift,
  task,
  undoable,
  visits,
} from './state.ts';
import { toWire } from './wire.ts';

const SAVE_AFTER_MS = 800;

/** Somebody else's plan, where it came in between. */
export const theirs = signal<PlanReply | null>(null);

let saveTimer = 0;
let undoTimer = 0;

export const announce = announcer(announcement);

/** Why a changed plan cannot be; null: it can. What was wrong before the change does not stand in its way. */
export function refusalOf(next: Visits): string | null {
  if (!task.value) return null;
  const before = { visits: visits.value, breaks: breaks.value };
  const after = { visits: next, breaks: breaks.value };
  const [broken] = checkChange(task.value, before, after).violations;
  return broken ? violationText(broken) : null;
}

/** Takes a change, or refuses it with the reason read out. */
export function apply(next: Visits, said: string): boolean {
  if (searching.value) return false;
  const refusal = refusalOf(next);
  if (refusal) {
    announce(planText.value.refused(refusal));
    return false;
  }
  keepUndo(visits.value);
  setVisits(next);
  announce(said);
  return true;
}

function setVisits(next: Visits): void {
  visits.value = next;
  if (check.value) breaks.value = check.value.breaks;
  isDirty.value = true;
  clearTimeout(saveTimer);
  saveTimer = window.setTimeout(() => void save(), SAVE_AFTER_MS);
}

export function keepUndo(before: Visits): void {
  undoable.value = before;
  clearTimeout(undoTimer);
  undoTimer = window.setTimeout(() => {
    undoable.value = null;
  }, SHOWN_MS);
}

export function undo(): void {
  if (!undoable.value) return;
  const before = undoable.value;
  undoable.value = null;
  setVisits(before);
  announce(planText.value.undone);
}

export const revision = (): number => planning.value?.plan?.revision ?? 0;

/**
 * Saves what has been changed by hand. @param ifMatch the revision to build on; another's if theirs is to be replaced
 * @returns whether the server has what the screen shows: an older plan must not be published in its place
 */
export async function save(ifMatch = revision()): Promise<boolean> {
  const id = shift.value?.id;
  if (!id || !isDirty.value) return true;
  clearTimeout(saveTimer);
  const body = { planId: uuid(), ...toWire({ visits: visits.value, breaks: breaks.value }) };
  try {
    takePlan(await call('saveDraft', { params: { id }, body, ifMatch }));
    problem.value = null;
    return true;
  } catch (error) {
    keepConflict(error);
    return false;
  }
}

/** Shows another shift, once what has been changed in this one is saved; what is searched for is given up. */
export async function chooseShift(id: string): Promise<void> {
  searching.value?.controller.abort();
  if (!(await save())) return;
  try {
    await choose(id);
    problem.value = null;
  } catch (error) {
    problem.value = error;
  }
}

export function keepConflict(error: unknown): void {
  const isConflict = error instanceof ApiProblem && error.code === 'changed-meanwhile';
  if (isConflict) theirs.value = error.document.current as PlanReply;
  else problem.value = error;
}

export async function takeTheirs(): Promise<void> {
  theirs.value = null;
  isDirty.value = false;
  await reload();
}

export async function keepMine(): Promise<void> {
  const other = theirs.value;
  theirs.value = null;
  if (other) await save(other.revision);
}

export function takePlan(plan: PlanReply): void {
  if (planning.value) planning.value = { ...planning.value, plan };
  keepPlan(plan);
}

export async function publish(): Promise<void> {
  const isSaved = await save();
  const plan = planning.value?.plan;
  if (!plan || !isSaved) return;
  try {
    takePlan(await call('publishPlan', { params: { id: plan.id }, ifMatch: plan.revision }));
    undoable.value = null;
    problem.value = null;
    await reload();
    announce(planText.value.published);
  } catch (error) {
    problem.value = error;
  }
}

export async function recordLoss(slotId: string, reason: LossReason | null): Promise<void> {
  try {
    if (reason) await call('recordLoss', { params: { id: slotId }, body: { reason } });
    else await call('withdrawLoss', { params: { id: slotId } });
    await reload();
  } catch (error) {
    problem.value = error;
  }
}
