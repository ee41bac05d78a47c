/** What Planera knows: the shifts, the chosen one, its plan as it is being edited, and whether that keeps the rules. */
import { batch, computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import type { PlannedBreak, PlannedVisit } from '#core/model.ts';
import { checkEditedPlan } from '#core/planner/bridge/check-edited-plan.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { rankedDemand } from './demand.ts';
import type { Visits } from './edits.ts';

export type ShiftReply = WireReply<'getShift'>;
export type ShiftSummary = WireReply<'listShifts'>['shifts'][number];
export type Planning = WireReply<'getPlanning'>;
export type PlanReply = NonNullable<Planning['plan']>;
export type Place = WireReply<'listHotSpots'>['features'][number];

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

/** A free time on a patrol's lane, where a visit may be put. */
export interface FreePlace {
  readonly patrolId: string;
  readonly at: number;
}

/** At most one of these three is chosen; `select` sets them. */
export const selectedSlot = signal<string | null>(null);
export const selectedPlace = signal<string | null>(null);
export const freePlace = signal<FreePlace | null>(null);

export function select(chosen: { slot?: string; place?: string; free?: FreePlace }): void {
  batch(() => {
    selectedSlot.value = chosen.slot ?? null;
    selectedPlace.value = chosen.place ?? null;
    freePlace.value = chosen.free ?? null;
  });
}

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

export const placeById = (id: string): Place | undefined =>
  places.value.find((place) => place.id === id);

export const patrolById = (id: string) => shift.value?.patrols.find((patrol) => patrol.id === id);

export const selectedVisit = computed(
  () => visits.value.find((visit) => visit.slotId === selectedSlot.value) ?? null,
);

/** A plan off the wire: instants as milliseconds. */
export function keepPlan(plan: PlanReply | null): void {
  const ms = (at: string) => Date.parse(at);
  visits.value = (plan?.visits ?? []).map(
    (visit): PlannedVisit => ({ ...visit, startsAt: ms(visit.startsAt), endsAt: ms(visit.endsAt) }),
  );
  breaks.value = (plan?.breaks ?? []).map((rest) => ({
    ...rest,
    startsAt: ms(rest.startsAt),
    endsAt: ms(rest.endsAt),
  }));
  isDirty.value = false;
}

/** The visits that can still bring a dose: neither made, nor missed, nor lost. */
const visitsAhead = computed(() => {
  const states = new Map(
    (planning.value?.outcomes ?? []).map(({ slotId, state }) => [slotId, state]),
  );
  const isAhead = (slotId: string) =>
    ['planned', 'ready', 'overdue', 'ongoing'].includes(states.get(slotId) ?? 'planned');
  return planning.value?.plan?.status === 'published'
    ? visits.value.filter(({ slotId }) => isAhead(slotId))
    : visits.value;
});

/** What the shift's hot spots want and get, furthest behind first; follows each change by hand. */
export const demand = computed(() =>
  rankedDemand(places.value, planning.value?.demands ?? [], visitsAhead.value, now.value),
);

/** Something calls for a new plan: a rule is broken as things stand now, or a visit is overdue. */
export const needsMending = computed(
  () =>
    (check.value?.violations ?? []).length > 0 ||
    (planning.value?.outcomes ?? []).some(({ state }) => state === 'overdue'),
);

export const isOver = computed(
  () => shift.value !== null && Date.parse(shift.value.endsAt) <= now.value,
);
