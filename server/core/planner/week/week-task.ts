/** Seven operational days as they are planned together; what the shifts have in common stands here once. */

import type { FocusSpan } from '../../focus/weekly-focus.ts';
import type { EpochMs, HotSpot, Plan, Shift, TimeWindow, WindowOccurrence } from '../../model.ts';
import type {
  DemandDay,
  MadeVisit,
  PlannedElsewhere,
  PlannedHotSpot,
  WalkingMinutes,
} from '../bridge/planning-input.ts';
import type { PastRoute } from '../vary/past.ts';

/** A hot spot without its border: the planner has the minutes on foot, the table the name. */
export type WeekHotSpot = PlannedHotSpot & Pick<HotSpot, 'municipality' | 'code' | 'name'>;

/** What the others plan around, and the table shows. */
export type WeekPlan = Pick<Plan, 'status' | 'visits' | 'breaks' | 'unmet'>;

export interface WeekShift {
  readonly shift: Shift;
  /** The instant of 00:00, local time, of the date on which the shift begins. */
  readonly origin: EpochMs;
  /** It has not begun, has patrols, and its newest plan is a draft or none: the week may plan it. */
  readonly isOpen: boolean;
  /** Its newest plan, draft or published. */
  readonly plan: WeekPlan | null;
}

/** All that `planWeek` and `weekFigures` need. Plain data: it is sent to the browser as JSON. */
export interface WeekTask {
  readonly now: EpochMs;
  /** The seven, in order. */
  readonly days: readonly DemandDay[];
  /** Those before them, as far back as urgency looks; in order. */
  readonly daysBefore: readonly DemandDay[];
  /** Those that are in the weekly focus on some day of the week. */
  readonly focus: readonly FocusSpan[];
  /** Active ones, of every municipality that has a shift in the week. */
  readonly hotSpots: readonly WeekHotSpot[];
  readonly windows: readonly TimeWindow[];
  /** Those that are open at some time in the week, in order of opening. */
  readonly occurrences: readonly WindowOccurrence[];
  /** Of each hot spot at least its last dose before the week, and all visits since. */
  readonly made: readonly MadeVisit[];
  /** What shifts before and after the week have ahead. */
  readonly elsewhere: readonly PlannedElsewhere[];
  /** Between all hot spots and the bases of all patrols of the week. */
  readonly walking: WalkingMinutes;
  /** Visits, and published plans of before the week; `daysAgo` is counted from the first day, below 0 for later ones. */
  readonly past: readonly PastRoute[];
  /** In order of start. */
  readonly shifts: readonly WeekShift[];
}
