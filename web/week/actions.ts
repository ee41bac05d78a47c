/** What a shift lead does with a week: plans it, takes that back, publishes it. Each is saved whole or not at all. */
import { v7 as uuid } from 'uuid';
import { planChanges } from '#core/planner/bridge/plan-changes.ts';
import type { PlannedWeek, WeekConflict } from '#core/planner/week/plan-week.ts';
import { ApiProblem, call } from '../api.ts';
import { fromWire, toWire } from '../plan/wire.ts';
import { problemText } from '../text/problem.ts';
import { weekText } from '../text/week.ts';
import { announcer, SHOWN_MS } from '../ui/announcer.ts';
import { fetchWeek } from './load.ts';
import { planInWorker } from './plan-in-worker.ts';
import type { WeekReply, WeekShiftReply } from './replies.ts';
import { shiftName } from './say.ts';
import {
  announcement,
  changes,
  drafts,
  fault,
  openShifts,
  planning,
  task,
  undoable,
  week,
} from './state.ts';

const announce = announcer(announcement);

class Enough extends Error {
  override readonly name = 'Enough';
}

/** Ends the planning: with what it has come to, or with the week as it was. */
export const takeBest = (): void => planning.value?.controller.abort(new Enough());
export const cancelPlanning = (): void => planning.value?.controller.abort();

/** Plans all open shifts around what is published, and saves what is found as their drafts. */
export async function planTheWeek(): Promise<void> {
  if (!week.value || planning.value) return;
  const controller = new AbortController();
  planning.value = { step: null, controller };
  fault.value = null;
  try {
    await fetchWeek(week.value.from);
    const found = await planHere(controller);
    if (found) await keep(week.value, found);
    else announce(weekText.value.stopped);
  } catch (error) {
    await tellFault(error, openShifts.value);
  } finally {
    planning.value = null;
  }
}

/** What was found; null where the planning was given up. */
async function planHere(controller: AbortController): Promise<PlannedWeek | null> {
  const { signal } = controller;
  const seed = Math.floor(Math.random() * 1_000_000);
  const known = task.value;
  if (!known) return null;
  try {
    const onStep = (step: NonNullable<typeof planning.value>['step']) => {
      planning.value = { step, controller };
    };
    const { plans, conflicts } = await planInWorker(known, seed, { signal, onStep });
    tellConflicts(conflicts);
    return plans;
  } catch (error) {
    if (!signal.aborted) throw error;
    const step = planning.value?.step;
    return error instanceof Enough && step?.isWhole ? step.plans : null;
  }
}

/** Pinned visits that contradict each other are for a person to move. */
function tellConflicts(left: readonly WeekConflict[]): void {
  const words = weekText.value;
  const namesOf = (some: readonly WeekConflict[]) =>
    openShifts.value
      .filter(({ shiftId }) => some.some((one) => one.shiftId === shiftId))
      .map(shiftName)
      .join(', ');
  const pinned = namesOf(left.filter(({ conflicts }) => conflicts.length > 0));
  const others = namesOf(left.filter(({ conflicts }) => conflicts.length === 0));
  const lines = [
    ...(pinned === '' ? [] : [words.pinnedConflict(pinned)]),
    ...(others === '' ? [] : [words.noPlanFound(others)]),
  ];
  if (lines.length > 0) fault.value = lines.join(' ');
}

async function keep(before: WeekReply, found: PlannedWeek): Promise<void> {
  const planned = before.shifts.filter(({ shiftId }) => found.has(shiftId));
  if (planned.length === 0) return;
  await saveDrafts(
    before.from,
    planned.flatMap((shift) => {
      const plan = found.get(shift.shiftId);
      if (!plan) return [];
      const { seed, iterations, varied, strands, bestValue } = plan;
      const search = { seed, iterations, varied, strands, bestValue };
      return [{ ...draftOf(shift), ...toWire(plan), search }];
    }),
  );
  changes.value = changesOf(planned, found);
  keepUndo(planned);
  await fetchWeek(before.from);
  announce(plannedText(planned, found));
}

const draftOf = ({ shiftId, revision }: WeekShiftReply) => ({
  shiftId,
  ifRevision: revision,
  planId: uuid(),
});

type Drafts = Parameters<typeof call<'saveWeek'>>[1]['body']['shifts'];

const saveDrafts = (date: string, shifts: Drafts) =>
  call('saveWeek', { params: { date }, body: { shifts } });

/** Only of shifts that had a plan: where there was none, all is new and no change. */
function changesOf(planned: readonly WeekShiftReply[], found: PlannedWeek): Map<string, number> {
  const counted = planned.flatMap(({ shiftId, plan }) => {
    if (!plan || plan.visits.length === 0) return [];
    const after = found.get(shiftId)?.visits ?? [];
    return [[shiftId, planChanges(fromWire(plan).visits, after).length] as const];
  });
  return new Map(counted);
}

function plannedText(planned: readonly WeekShiftReply[], found: PlannedWeek): string {
  const words = weekText.value;
  const changed = [...changes.value.values()].filter((count) => count > 0);
  const visits = planned.reduce(
    (sum, { shiftId }) => sum + (found.get(shiftId)?.visits.length ?? 0),
    0,
  );
  if (changes.value.size < planned.length) return words.planned(visits, planned.length);
  return words.replanned(
    changed.reduce((sum, count) => sum + count, 0),
    changed.length,
  );
}

let undoTimer = 0;

/** A shift that had no plan has none to go back to: then the week is planned again, not undone. */
function keepUndo(planned: readonly WeekShiftReply[]): void {
  undoable.value = planned.every(({ plan }) => plan !== null) ? planned : null;
  clearTimeout(undoTimer);
  undoTimer = window.setTimeout(() => {
    undoable.value = null;
  }, SHOWN_MS);
}

/** The drafts from before the last planning again. */
export async function undo(): Promise<void> {
  const [shown, before] = [week.value, undoable.value];
  if (!shown || !before) return;
  undoable.value = null;
  try {
    await saveDrafts(
      shown.from,
      before.flatMap(({ shiftId, plan }) => {
        const now = shown.shifts.find((one) => one.shiftId === shiftId);
        if (!now || !plan) return [];
        const { seed, iterations, varied, strands, bestValue } = plan;
        const search = { seed, iterations, varied, strands, bestValue };
        return [{ ...draftOf(now), ...toWire(fromWire(plan)), search }];
      }),
    );
    changes.value = new Map();
    await fetchWeek(shown.from);
    announce(weekText.value.restored);
  } catch (error) {
    await tellFault(error, before);
  }
}

export async function publishDrafts(): Promise<void> {
  const shown = week.value;
  const plans = drafts.value.map(({ id, revision }) => ({ id, ifRevision: revision }));
  if (!shown || plans.length === 0) return;
  const shifts = openShifts.value.filter(({ plan }) => plan?.status === 'draft');
  fault.value = null;
  try {
    await call('publishWeek', { params: { date: shown.from }, body: { plans } });
    undoable.value = null;
    changes.value = new Map();
    await fetchWeek(shown.from);
    announce(weekText.value.published(plans.length));
  } catch (error) {
    await tellFault(error, shifts);
  }
}

/** @param sent the shifts in the order in which they were sent, so that the one at fault can be named */
async function tellFault(error: unknown, sent: readonly WeekShiftReply[]): Promise<void> {
  if (!(error instanceof ApiProblem) || error.code !== 'changed-meanwhile') {
    fault.value = problemText(error);
    return;
  }
  const [, index] = /^\/(?:shifts|plans)\/(\d+)/.exec(error.document.errors[0]?.field ?? '') ?? [];
  const shift = index === undefined ? undefined : sent[Number(index)];
  const words = weekText.value;
  fault.value = shift ? words.meanwhile(shiftName(shift)) : words.meanwhileSome;
  if (week.value) await fetchWeek(week.value.from);
}
