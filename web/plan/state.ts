/** What Planera knows: the shifts, the chosen one, its plan as it is being edited, and whether that keeps the rules. */
import { computed, signal } from '@preact/signals';
import type { EpochMs, PlannedBreak } from '#core/model.ts';
import { checkEditedPlan } from '#core/planner/bridge/check-edited-plan.ts';
import { patrolLoads } from '#core/planner/bridge/patrol-loads.ts';
import { planHabits } from '#core/planner/bridge/plan-habits.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { solutionFromPlan } from '#core/planner/bridge/solution-from-plan.ts';
import type { PatrolRoute } from '#core/planner/problem.ts';
import { rankedDemand } from './demand.ts';
import type { Visits } from './edits.ts';
import { planFaults } from './faults.ts';
import type { Place, Planning, PlanReply, ShiftReply, ShiftSummary } from './replies.ts';
import { PENDING, unmetNow } from './unmet.ts';
import { fromWire } from './wire.ts';

export const shifts = signal<readonly ShiftSummary[]>([]);
export const shift = signal<ShiftReply | null>(null);
export const planning = signal<Planning | null>(null);
export const places = signal<readonly Place[]>([]);
export const loading = signal(true);
export const problem = signal<unknown>(null);
export const now = signal(Date.now());

/** The plan on the screen: the server's, with what has been changed by hand since. */
export const visits = signal<Visits>([]);
export const breaks = signal<readonly PlannedBreak[]>([]);
export const isDirty = signal(false);
/** The plan before the last change, for ten seconds. */
export const undoable = signal<Visits | null>(null);

/** What the card beside the map is about: a planned visit, a hot spot, a free place of a lane, or the plan as a whole. */
export type Selection =
  | { readonly kind: 'visit'; readonly slotId: string }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'habits' }
  | { readonly kind: 'changes' }
  | { readonly kind: 'what-if' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'free'; readonly patrolId: string; readonly at: EpochMs };
export const selection = signal<Selection | null>(null);
export const selectedSlot = computed(() =>
  selection.value?.kind === 'visit' ? selection.value.slotId : null,
);
export const selectedPlace = computed(() =>
  selection.value?.kind === 'place' ? selection.value.id : null,
);

export interface Searching {
  /** Share of the budget that is used. */
  readonly share: number;
  /** The best routes so far, shown as they come. */
  readonly best: readonly PatrolRoute[] | null;
  readonly controller: AbortController;
}

/** Set while a plan is searched for. */
export const searching = signal<Searching | null>(null);

/** Read out, and shown for ten seconds. */
export const announcement = signal('');
/** While a visit is dragged to where it cannot be: why. */
export const refusal = signal('');

export const task = computed(() =>
  planning.value ? (planning.value.task as unknown as PlanningTask) : null,
);

export const check = computed(() =>
  task.value ? checkEditedPlan(task.value, visits.value, breaks.value) : null,
);

/** What a watcher could tell of the shift, and what the plan changes in that. */
export const habits = computed(() => (task.value ? planHabits(task.value, visits.value) : null));

/** Busy minutes of each patrol against its ceiling. */
export const loads = computed(() =>
  task.value
    ? patrolLoads(task.value, solutionFromPlan(task.value, visits.value, breaks.value))
    : [],
);

const savedUnmet = computed(() => planning.value?.plan?.unmet ?? []);

export const unmet = computed(() =>
  task.value && planning.value?.plan && !searching.value
    ? unmetNow(
        task.value,
        { visits: visits.value, breaks: breaks.value },
        planning.value.outcomes,
        savedUnmet.value,
      )
    : [],
);

/** Those that can still bring a dose: to come, at hand, or going on. */
const visitsAhead = computed(() => {
  const states = new Map(planning.value?.outcomes.map(({ slotId, state }) => [slotId, state]));
  return visits.value.filter(
    ({ slotId, startsAt }) => startsAt >= now.value || PENDING.has(states.get(slotId) ?? ''),
  );
});

export const demand = computed(() =>
  rankedDemand(places.value, planning.value?.demands ?? [], visitsAhead.value, now.value),
);

export const faults = computed(() =>
  planFaults({
    violations: check.value?.violations ?? [],
    isRunning: task.value?.nowMinute !== null,
    visits: visits.value,
    outcomes: planning.value?.outcomes ?? [],
    unmet: unmet.value,
    saved: savedUnmet.value,
  }),
);

export const placeById = (id: string): Place | undefined =>
  places.value.find((place) => place.id === id);

export const patrolById = (id: string) => shift.value?.patrols.find((patrol) => patrol.id === id);

export const selectedVisit = computed(
  () => visits.value.find((visit) => visit.slotId === selectedSlot.value) ?? null,
);

/** A plan off the wire: instants as milliseconds. */
export function keepPlan(plan: PlanReply | null): void {
  const shown = fromWire(plan);
  visits.value = shown.visits;
  breaks.value = shown.breaks;
  isDirty.value = false;
}
