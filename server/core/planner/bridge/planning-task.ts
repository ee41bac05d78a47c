import type { EpochMs, LocalDate, Minutes, Priority, Uuid } from '../../model.ts';
import type { PlanningProblem } from '../problem.ts';
import type { PastRoute } from '../vary/past.ts';
import type { Urgency } from './urgency.ts';

/** A window on its date, as the planner sees it; same order as the problem's windows of the hot spot. */
export interface TaskWindow {
  readonly windowId: Uuid;
  readonly date: LocalDate;
  /** All of it, also where the shift sees only a part. */
  readonly opens: EpochMs;
  readonly closes: EpochMs;
  readonly doses: number;
  readonly delivered: number;
  /** Doses that other shifts plan in it. */
  readonly elsewhere: number;
}

/** What stands behind a hot spot, for the reasons; same order as the problem's hot spots. */
export interface TaskHotSpot {
  readonly hotSpotId: Uuid;
  readonly priority: Priority;
  readonly wantedGapHours: number;
  /** Start of the last dose before the shift; null: none on record. */
  readonly lastDoseAt: EpochMs | null;
  /** Start of the last visit that another shift plans before this one; null: none. */
  readonly lastPlannedAt: EpochMs | null;
  readonly urgency: Urgency;
  /** Doses already made in this operational day. */
  readonly dosesToday: number;
  readonly windows: readonly TaskWindow[];
}

/** What stands behind a patrol; same order as the problem's patrols. */
export interface TaskPatrol {
  readonly patrolId: Uuid;
  /** All its time on duty in the shift: the load ceiling is a share of this. */
  readonly onDutyMin: Minutes;
  /** Of the visits it has made in the shift: they use up its ceiling. */
  readonly madeMin: Minutes;
}

/**
 * | code | values |
 * |---|---|
 * | `dose-ceiling` | hotSpotId, doses, most |
 * | `break-dropped` (calls or the hour leave no time for it) | patrolId |
 * | `pin-dropped` (its patrol is off duty, or its hot spot has no window left in the shift) | slotId, patrolId, hotSpotId |
 */
export interface PlanningWarning {
  readonly code: 'dose-ceiling' | 'break-dropped' | 'pin-dropped';
  readonly values: Readonly<Record<string, string | number>>;
}

/** A shift's problem with the keys to lead back from it. Plain data: it is sent to the browser as JSON. */
export interface PlanningTask {
  readonly origin: EpochMs;
  /** Nothing is planned before this minute; null: the shift is planned ahead. */
  readonly nowMinute: Minutes | null;
  readonly problem: PlanningProblem;
  readonly patrols: readonly TaskPatrol[];
  readonly hotSpots: readonly TaskHotSpot[];
  /** Of all windows that the shift touches, those that have closed too: no plan can change these any more. */
  readonly doses: ShiftDoses;
  /** What somebody who watches the street could have learned. */
  readonly past: readonly PastRoute[];
  readonly warnings: readonly PlanningWarning[];
}

export interface ShiftDoses {
  readonly wanted: number;
  /** Of those wanted, made or planned by another shift; what is beyond a window's target is not counted. */
  readonly provided: number;
}

const MINUTE_MS = 60_000;

/** The first whole minute at or after an instant. */
export const minuteFrom = (origin: EpochMs, at: EpochMs): Minutes =>
  Math.ceil((at - origin) / MINUTE_MS);
/** The last whole minute at or before an instant. */
export const minuteUntil = (origin: EpochMs, at: EpochMs): Minutes =>
  Math.floor((at - origin) / MINUTE_MS);
export const instantOf = (origin: EpochMs, minute: Minutes): EpochMs => origin + minute * MINUTE_MS;
