/** The doses of a week that nobody has made or plans to make, and why. */
import type { EpochMs, LocalDate, PlanReason, Uuid, WindowOccurrence } from '../../model.ts';
import { type WeekDoses, weekDoses } from './week-doses.ts';
import type { WeekPlans } from './week-plans.ts';
import type { WeekShift, WeekTask } from './week-task.ts';

/**
 * Beside the planner's own `UnmetReasonCode`; none has values.
 *
 * | code | says |
 * |---|---|
 * | `window-passed` | the window has closed |
 * | `no-shift` | no shift of the week has a patrol on duty in the window |
 * | `shift-not-planned` | a shift that sees the window has no plan yet |
 * | `not-in-plan` | the plans of the shifts that see it leave it out and do not say why: it came after them |
 */
export type WeekUnmetCode = 'window-passed' | 'no-shift' | 'shift-not-planned' | 'not-in-plan';

export interface WeekUnmet {
  readonly hotSpotId: Uuid;
  readonly windowId: Uuid;
  /** The operational day in which the window opens. */
  readonly date: LocalDate;
  readonly opens: EpochMs;
  readonly closes: EpochMs;
  readonly missing: number;
  /** Of the planner where it has given one. */
  readonly reason: PlanReason;
  /** The shift that it is said of; null: of none. */
  readonly shiftId: Uuid | null;
}

/** Doses of the windows that open in the week; what is beyond a window's target is counted nowhere. */
export interface WeekTotals {
  readonly wanted: number;
  readonly made: number;
  /** Ahead in the plans. */
  readonly planned: number;
  readonly unmet: number;
}

export function weekUnmet(
  task: WeekTask,
  plans: WeekPlans,
): { readonly totals: WeekTotals; readonly unmet: readonly WeekUnmet[] } {
  const doses = new Map(task.hotSpots.map(({ id }) => [id, weekDoses(task, plans, id)]));
  const totals = { wanted: 0, made: 0, planned: 0, unmet: 0 };
  const unmet: WeekUnmet[] = [];
  for (const day of task.days) {
    const windows = task.occurrences.filter(
      ({ opens }) => opens >= day.startsAt && opens < day.endsAt,
    );
    for (const window of windows) {
      const given = givenIn(window, doses.get(window.hotSpotId) ?? NO_DOSES);
      const missing = window.doses - given.made - given.planned;
      totals.wanted += window.doses;
      totals.made += given.made;
      totals.planned += given.planned;
      totals.unmet += missing;
      const { hotSpotId, windowId, opens, closes } = window;
      const what = { hotSpotId, windowId, date: day.date, opens, closes, missing };
      if (missing > 0) unmet.push({ ...what, ...whyUnmet(task, plans, window) });
    }
  }
  return { totals, unmet };
}

const NO_DOSES: WeekDoses = { made: [], ahead: [] };

/** Of the window's target, what is made and what is planned. */
function givenIn({ opens, closes, doses: wanted }: WindowOccurrence, { made, ahead }: WeekDoses) {
  const isIn = (at: EpochMs) => at >= opens && at < closes;
  const madeIn = Math.min(wanted, made.filter(({ from }) => isIn(from)).length);
  const aheadIn = ahead.filter(({ startsAt }) => isIn(startsAt)).length;
  return { made: madeIn, planned: Math.min(wanted - madeIn, aheadIn) };
}

type Why = Pick<WeekUnmet, 'reason' | 'shiftId'>;

function whyUnmet(task: WeekTask, plans: WeekPlans, window: WindowOccurrence): Why {
  if (window.closes <= task.now) return because('window-passed');
  const shifts = shiftsSeeing(task, window);
  if (shifts.length === 0) return because('no-shift');
  const told = shifts.flatMap(({ shift }): Why[] =>
    (plans.get(shift.id)?.unmet ?? [])
      .filter(({ windowId }) => windowId === window.windowId)
      .map(({ reason }) => ({ reason, shiftId: shift.id })),
  );
  const unplanned = shifts.find(({ shift }) => !plans.has(shift.id));
  if (unplanned) return because('shift-not-planned', unplanned.shift.id);
  return told[0] ?? because('not-in-plan');
}

const because = (code: WeekUnmetCode, shiftId: Uuid | null = null): Why => ({
  reason: { code, values: {} },
  shiftId,
});

/** Those with a patrol on duty in the window, in order of start. */
function shiftsSeeing(
  { shifts, hotSpots }: WeekTask,
  { hotSpotId, opens, closes }: WindowOccurrence,
): WeekShift[] {
  const municipality = hotSpots.find(({ id }) => id === hotSpotId)?.municipality;
  return shifts.filter(
    ({ shift }) =>
      shift.municipality === municipality &&
      shift.patrols.some(({ startsAt, endsAt }) => startsAt < closes && endsAt > opens),
  );
}
