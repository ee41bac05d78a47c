/** Hot spots and their windows as the planner sees them. */

import { DAY_MS } from '../../calendar/duration.ts';
import { DOSES_A_DAY_CEILING, SHORTEST_PLANNED_MIN } from '../../dosage/thresholds.ts';
import type { EpochMs, TimeWindow, WindowOccurrence } from '../../model.ts';
import type { ProblemHotSpot, ProblemWindow, TakenVisit } from '../problem.ts';
import { PRIORITY_WEIGHT } from './dose-worth.ts';
import type {
  MadeVisit,
  PlannedElsewhere,
  PlannedHotSpot,
  PlanningInput,
} from './planning-input.ts';
import { placeOf } from './planning-input.ts';
import type { ShiftDoses, TaskHotSpot, TaskWindow } from './planning-task.ts';
import { minuteFrom, minuteUntil } from './planning-task.ts';
import { urgencyOf } from './urgency.ts';

export interface HotSpotTask {
  readonly problem: ProblemHotSpot;
  readonly task: TaskHotSpot;
}

/** The active hot spots that have a window open in the shift. */
export function hotSpotTasks(input: PlanningInput): HotSpotTask[] {
  const { shift, now } = input;
  const from = Math.max(shift.startsAt, now ?? shift.startsAt);
  return activeHotSpots(input).flatMap((hotSpot) => {
    const open = demandsOf(input, hotSpot).filter(({ occurrence }) => occurrence.closes > from);
    return open.length > 0 ? [hotSpotTask(input, hotSpot, open)] : [];
  });
}

/** All windows that the shift touches, closed or open, with the doses made in them. */
export const shiftDemands = (input: PlanningInput): Demand[] =>
  activeHotSpots(input).flatMap((hotSpot) => demandsOf(input, hotSpot));

/** What the shift was to give and what is given or planned without it, in its closed windows as in its open ones. */
export function shiftDoses(input: PlanningInput): ShiftDoses {
  return shiftDemands(input).reduce<ShiftDoses>(
    ({ wanted, provided }, { occurrence: { doses }, delivered, elsewhere }) => ({
      wanted: wanted + doses,
      provided: provided + Math.min(doses, delivered + elsewhere),
    }),
    { wanted: 0, provided: 0 },
  );
}

const activeHotSpots = ({ hotSpots }: PlanningInput): PlannedHotSpot[] =>
  hotSpots.filter(({ status }) => status === 'active');

export interface Demand {
  readonly occurrence: WindowOccurrence;
  readonly window: TimeWindow;
  readonly delivered: number;
  readonly elsewhere: number;
}

/** The hot spot's windows that the shift touches, earliest first. */
function demandsOf({ shift, ...input }: PlanningInput, hotSpot: PlannedHotSpot): Demand[] {
  const windows = new Map(input.windows.map((window) => [window.id, window]));
  return input.occurrences
    .filter((one) => one.hotSpotId === hotSpot.id)
    .filter(({ opens, closes }) => opens < shift.endsAt && closes > shift.startsAt)
    .sort((a, b) => a.opens - b.opens)
    .flatMap((occurrence) => {
      const window = windows.get(occurrence.windowId);
      if (!window) return [];
      const delivered = input.made.filter((visit) => isDoseIn(visit, occurrence)).length;
      const elsewhere = input.elsewhere.filter((visit) => startsIn(visit, occurrence)).length;
      return [{ occurrence, window, delivered, elsewhere }];
    });
}

const startsIn = (
  { hotSpotId, startsAt }: PlannedElsewhere,
  { hotSpotId: own, opens, closes }: WindowOccurrence,
): boolean => hotSpotId === own && startsAt >= opens && startsAt < closes;

const isDoseIn = (visit: MadeVisit, { hotSpotId, opens, closes }: WindowOccurrence): boolean =>
  visit.isDose &&
  visit.hotSpotId === hotSpotId &&
  visit.startedAt >= opens &&
  visit.startedAt < closes;

function hotSpotTask(
  input: PlanningInput,
  hotSpot: PlannedHotSpot,
  demands: readonly Demand[],
): HotSpotTask {
  const dwell = Math.max(...demands.map(({ window }) => window.dwellMin));
  const countsFrom = Math.max(...demands.map(({ window }) => window.countsFromMin));
  const gap = Math.max(...demands.map(({ window }) => window.minGapMin));
  const visits = input.made.filter((visit) => visit.hotSpotId === hotSpot.id);
  const dosesToday = visits.filter(
    (visit) => visit.isDose && visit.startedAt >= input.dayStartsAt,
  ).length;
  const elsewhere = input.elsewhere.filter((visit) => visit.hotSpotId === hotSpot.id);
  const plannedToday = elsewhere.filter((visit) => isInDay(input, visit)).length;
  const urgency = urgencyOf(input, hotSpot);
  const worth = PRIORITY_WEIGHT[hotSpot.priority] * urgency.factor;
  const windows = demands.map((demand) => problemWindow(input, worth, demand));
  const wanted = windows.reduce((sum, { target }) => sum + target, 0);
  return {
    problem: {
      id: hotSpot.id,
      place: placeOf(input.walking, hotSpot.id),
      dwell,
      leastDwell: Math.min(dwell, Math.max(SHORTEST_PLANNED_MIN, countsFrom)),
      spacing: dwell + gap,
      lastStart: lastStart(input, visits, dwell),
      taken: elsewhere
        .filter((visit) => isNear(input, visit))
        .map((visit) => takenVisit(input, visit)),
      maxDoses: Math.max(wanted, DOSES_A_DAY_CEILING - dosesToday - plannedToday),
      windows,
    },
    task: {
      hotSpotId: hotSpot.id,
      priority: hotSpot.priority,
      wantedGapHours: hotSpot.wantedGapHours,
      lastDoseAt: lastDoseBefore(visits, input.shift.startsAt),
      lastPlannedAt: lastPlannedBefore(elsewhere, input.shift.startsAt),
      urgency,
      dosesToday,
      windows: demands.map(taskWindow),
    },
  };
}

/**
 * The window as far as `now` leaves it, with what is still wanted. Its weight is the worth of a dose at the hot spot, by
 * priority and urgency, times the share of the window that lies in the shift: the next shift can see to the rest.
 */
function problemWindow(input: PlanningInput, worth: number, demand: Demand): ProblemWindow {
  const { shift, origin, now } = input;
  const { opens, closes, doses } = demand.occurrence;
  const inShift = Math.min(closes, shift.endsAt) - Math.max(opens, shift.startsAt);
  return {
    open: minuteFrom(origin, Math.max(opens, now ?? opens)),
    close: minuteUntil(origin, closes),
    target: Math.max(0, doses - demand.delivered - demand.elsewhere),
    weight: worth * Math.min(1, inShift / (closes - opens)),
    crew: demand.window.crew,
  };
}

const takenVisit = (
  { origin }: PlanningInput,
  { startsAt, endsAt }: PlannedElsewhere,
): TakenVisit => {
  const start = minuteFrom(origin, startsAt);
  return { start, dwell: minuteFrom(origin, endsAt) - start };
};

/** Further away than a day no gap reaches. */
const isNear = ({ shift }: PlanningInput, { startsAt }: PlannedElsewhere): boolean =>
  startsAt > shift.startsAt - DAY_MS && startsAt < shift.endsAt + DAY_MS;

/** In the shift's operational day. */
const isInDay = ({ dayStartsAt, dayEndsAt }: PlanningInput, { startsAt }: PlannedElsewhere) =>
  startsAt >= dayStartsAt && startsAt < dayEndsAt;

/** Start of the last visit, such that its end and the gap after it hold; one still going on is taken to last its dwell. */
function lastStart(
  { origin, now }: PlanningInput,
  visits: readonly MadeVisit[],
  dwell: number,
): number | undefined {
  if (visits.length === 0) return undefined;
  const ends = visits.map(({ startedAt, endedAt }) =>
    minuteFrom(origin, endedAt ?? Math.max(now ?? startedAt, startedAt + dwell * 60_000)),
  );
  return Math.max(...ends) - dwell;
}

const lastDoseBefore = (visits: readonly MadeVisit[], before: EpochMs): EpochMs | null =>
  visits
    .filter((visit) => visit.isDose && visit.startedAt < before)
    .reduce<EpochMs | null>((last, { startedAt }) => Math.max(last ?? startedAt, startedAt), null);

const lastPlannedBefore = (
  elsewhere: readonly PlannedElsewhere[],
  before: EpochMs,
): EpochMs | null =>
  elsewhere
    .filter(({ startsAt }) => startsAt < before)
    .reduce<EpochMs | null>((last, { startsAt }) => Math.max(last ?? startsAt, startsAt), null);

const taskWindow = ({ occurrence, delivered, elsewhere }: Demand): TaskWindow => ({
  windowId: occurrence.windowId,
  date: occurrence.date,
  opens: occurrence.opens,
  closes: occurrence.closes,
  doses: occurrence.doses,
  delivered,
  elsewhere,
});
