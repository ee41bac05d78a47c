/** What the week's page knows: the seven days as the server has them, and what is being planned in them. */
import { computed, signal } from '@preact/signals';
import type { LocalDate } from '#core/model.ts';
import type { WeekStep } from '#core/planner/week/plan-week.ts';
import { type WeekFigures, weekFigures } from '#core/planner/week/week-figures.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import type { WeekReply, WeekShiftReply } from './replies.ts';

export const week = signal<WeekReply | null>(null);
export const failure = signal<unknown>(null);
export const isLoading = signal(false);
/** Why an action did not come about, in words. */
export const fault = signal<string | null>(null);
/** Read out, and shown for ten seconds. */
export const announcement = signal('');

export interface Planning {
  /** The last that was told; null: nothing yet. */
  readonly step: WeekStep | null;
  readonly controller: AbortController;
}

/** Set while the week is planned. */
export const planning = signal<Planning | null>(null);

/** Visits that planning again has changed, by shift; until the next planning, or another week. */
export const changes = signal<ReadonlyMap<string, number>>(new Map());
/** The shifts as they were before the last planning, for ten seconds. */
export const undoable = signal<readonly WeekShiftReply[] | null>(null);

/** The week as the server has it, with what has been planned on this device so far in the place of what it replaces. */
export const task = computed((): WeekTask | null => {
  if (!week.value) return null;
  const known = week.value.task as unknown as WeekTask;
  const found = planning.value?.step?.plans;
  if (!found) return known;
  const shifts = known.shifts.map((of) => {
    const plan = found.get(of.shift.id);
    return plan ? { ...of, plan: { ...plan, status: 'draft' as const } } : of;
  });
  return { ...known, shifts };
});

export const figures = computed((): WeekFigures | null => task.value && weekFigures(task.value));

export const openShifts = computed(() => week.value?.shifts.filter(({ isOpen }) => isOpen) ?? []);

/** The days of which a shift is still to be planned, in order. */
const unplannedDays = computed(() =>
  (figures.value?.shifts ?? []).flatMap(({ isOpen, status }, index) => {
    const date = week.value?.shifts[index]?.date;
    return isOpen && status === null && date !== undefined ? [date] : [];
  }),
);

export const isWaiting = computed(() => unplannedDays.value.length > 0);

/** What is missing on the day may still be planned. */
export const waitsOn = (date: LocalDate): boolean => unplannedDays.value.includes(date);

/** Which rules break on the day is not settled yet: a day up to it is still to be planned. */
export const isUnsettled = (date: LocalDate): boolean =>
  unplannedDays.value.some((unplanned) => unplanned <= date);

/** Those that can be published. */
export const drafts = computed(() =>
  openShifts.value.flatMap(({ plan }) => (plan?.status === 'draft' ? [plan] : [])),
);
