/**
 * How much more a dose is worth at a hot spot that waits for one: the rules that reach across days.
 *
 *   days with a dose   ●─●─○   a third day running is wanted       streak
 *   days without       ○─○─○   at most three are borne             days without
 *   hours              ●───────── wanted gap ─┊── shift ──┤        gap
 *   seven days         ├── in the weekly focus ──┤                 focus
 *
 * Sources (domain brief 1.2): Bedfordshire's effect was greatest after three days in a row (Bland 2021); one patrol every
 * three or four days still worked in Perth. The factors are ours, and a policy rather than a finding.
 */
import { HOUR_MS } from '../../calendar/duration.ts';
import type { PlanReason, TimeSpan, Uuid } from '../../model.ts';
import { type DayRun, dayRuns } from './day-runs.ts';
import type { DemandDay, FocusedHotSpot, PlannedHotSpot, PlanningInput } from './planning-input.ts';

/** Operational days that are looked back over: a place that is open one day a week shows four of its days in it. */
export const DAYS_REMEMBERED = 28;

/** Three days in a row are preferred: Bedfordshire. */
const STREAK_DAYS = 3;
const STREAK_FACTOR = 1.3;
/** So many days without a dose are borne: Perth's one patrol every three or four days. */
export const MOST_DAYS_WITHOUT = 3;
const NEARLY_FACTOR = 1.6;
const OVERDUE_FACTOR = 3;
/** The wanted gap runs out before the shift is over. */
const GAP_FACTOR = 1.5;
/** As much as a step of priority (`dose-worth.ts`): somebody has said that the place matters more this week. */
const FOCUS_FACTOR = 1.6;
/** A place of priority 4 or 5 that waits must not take the place of a promise at priority 1. */
const MOST = 4;

/**
 * | code | values | says |
 * |---|---|---|
 * | `streak` | day | the visit makes it day `day` running with a dose |
 * | `days-without` | days | whole days without a dose, of those on which there could have been one |
 * | `focus` | until | the place is in the weekly focus, to that day |
 */
export type UrgencyReasonCode = 'focus' | 'streak' | 'days-without';

export interface Urgency {
  /** What the worth of the hot spot's windows is multiplied by: 1–4, and by 1.6 more in the weekly focus. */
  readonly factor: number;
  readonly reasons: readonly (PlanReason & { readonly code: UrgencyReasonCode })[];
}

type UrgencyInput = Pick<
  PlanningInput,
  'shift' | 'dayStartsAt' | 'dayEndsAt' | 'daysBefore' | 'focus' | 'made' | 'elsewhere'
>;

/** How urgent a dose is at the hot spot in this shift, by the doses made and those that other shifts plan. */
export function urgencyOf(
  input: UrgencyInput,
  { id, wantedGapHours }: Pick<PlannedHotSpot, 'id' | 'wantedGapHours'>,
): Urgency {
  const doses = dosesAt(input, id);
  const { shift, dayStartsAt, dayEndsAt, daysBefore } = input;
  const isDosedToday = hasDose(doses, { startsAt: dayStartsAt, endsAt: dayEndsAt });
  const day = isDosedToday ? NOT_URGENT : dayUrgency(runBefore(daysBefore, id, doses));
  const until = doses.filter(({ from }) => from < shift.endsAt).map(({ to }) => to);
  const runsOut = until.length > 0 && Math.max(...until) + wantedGapHours * HOUR_MS < shift.endsAt;
  const waiting = { ...day, factor: Math.min(MOST, day.factor * (runsOut ? GAP_FACTOR : 1)) };
  const focus = input.focus.find(({ hotSpotId }) => hotSpotId === id);
  return focus ? inFocus(waiting, focus) : waiting;
}

/** Beyond what waiting can come to: else a place that has waited long would gain nothing by the focus. */
const inFocus = ({ factor, reasons }: Urgency, { until }: FocusedHotSpot): Urgency => ({
  factor: factor * FOCUS_FACTOR,
  reasons: [{ code: 'focus', values: { until } }, ...reasons],
});

const NOT_URGENT: Urgency = { factor: 1, reasons: [] };

function dayUrgency({ streak, without }: DayRun): Urgency {
  if (streak > 0 && streak < STREAK_DAYS)
    return { factor: STREAK_FACTOR, reasons: [{ code: 'streak', values: { day: streak + 1 } }] };
  if (without < MOST_DAYS_WITHOUT - 1) return NOT_URGENT;
  const factor = without < MOST_DAYS_WITHOUT ? NEARLY_FACTOR : OVERDUE_FACTOR;
  return { factor, reasons: [{ code: 'days-without', values: { days: without } }] };
}

const dosesAt = ({ made, elsewhere }: UrgencyInput, hotSpotId: Uuid): TimeSpan[] => [
  ...made
    .filter((visit) => visit.isDose && visit.hotSpotId === hotSpotId)
    .map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt ?? startedAt })),
  ...elsewhere
    .filter((visit) => visit.hotSpotId === hotSpotId)
    .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
];

/** A dose belongs to the operational day in which it starts. */
const hasDose = (doses: readonly TimeSpan[], day: Pick<DemandDay, 'startsAt' | 'endsAt'>) =>
  doses.some(({ from }) => from >= day.startsAt && from < day.endsAt);

function runBefore(
  days: readonly DemandDay[],
  hotSpotId: Uuid,
  doses: readonly TimeSpan[],
): DayRun {
  const marks = days.map((day) => ({
    isDosed: hasDose(doses, day),
    isOpen: day.open.includes(hotSpotId),
  }));
  return dayRuns(marks).at(-1) ?? { streak: 0, without: 0 };
}
