/**
 * A shift's planning problem and its plan, in whole minutes from 00:00 of the shift's date (over 1440 after midnight).
 *
 * Nothing here knows of instants, names or people: `bridge/` turns shifts, windows and visits into a problem and plans
 * out of it, so that the planner runs alike on the server, in a worker and in the browser.
 */

import type { UnmetReason } from './reasons.ts';

export interface ProblemWindow {
  /** A visit starts at or after this … */
  readonly open: number;
  /** … and has ended by this. */
  readonly close: number;
  /** Doses wanted in the window. */
  readonly target: number;
  /** Worth of the first dose. */
  readonly weight: number;
  /** Officers needed; absent: any patrol will do. */
  readonly crew?: number | undefined;
}

/** A visit that somebody outside the shift makes: it keeps its hot spot, and is no part of the plan. */
export interface TakenVisit {
  readonly start: number;
  /** Minutes, where not the hot spot's own. */
  readonly dwell?: number | undefined;
}

export interface ProblemHotSpot {
  readonly id: string;
  /** Index in `places`. */
  readonly place: number;
  /** Minutes that a visit lasts. */
  readonly dwell: number;
  /** Minutes that a visit may be shortened to where that makes room for a promised one more; absent: it is never shortened. */
  readonly leastDwell?: number | undefined;
  /** Minutes at least from the start of one visit to the start of the next, whoever makes them. */
  readonly spacing: number;
  /** Start of the last visit before this shift; may be negative. */
  readonly lastStart?: number | undefined;
  /** Visits that other shifts plan to make; minutes may be negative. */
  readonly taken?: readonly TakenVisit[] | undefined;
  /** No more visits than this are proposed in the shift; by hand there may be more. */
  readonly maxDoses?: number | undefined;
  readonly windows: readonly ProblemWindow[];
}

export interface ProblemBreak {
  readonly dur: number;
  readonly earliest: number;
  readonly latest: number;
}

export interface ProblemSpan {
  readonly start: number;
  readonly end: number;
}

export interface ProblemPatrol {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Indexes in `places` of where it starts and must be back. */
  readonly from: number;
  readonly to: number;
  readonly break?: ProblemBreak | null | undefined;
  /** The load ceiling: at most so many minutes of walking and dwelling are planned. */
  readonly maxBusy?: number | undefined;
  /** On a call or otherwise away: no visit, and no walk between visits, in these minutes. */
  readonly unavailable?: readonly ProblemSpan[] | undefined;
  /** How many officers; absent: enough for any window. */
  readonly crew?: number | undefined;
  /** Whole minutes between places for a patrol that does not walk all the way; absent: those on foot. */
  readonly legs?: readonly (readonly number[])[] | undefined;
}

/** A visit that must be in the plan as it stands. Patrol and hot spot are indexes. */
export interface LockedVisit {
  readonly patrol: number;
  readonly hotspot: number;
  readonly start: number;
  /** Minutes, where it was stretched or shortened by hand. */
  readonly dwell?: number | undefined;
  /** The window it is meant for, by index; absent: the first that holds it and that the patrol has officers for. */
  readonly window?: number | undefined;
}

export interface PlanningProblem {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  /** Whole minutes on foot between places. */
  readonly walk: readonly (readonly number[])[];
  readonly hotspots: readonly ProblemHotSpot[];
  readonly patrols: readonly ProblemPatrol[];
  readonly locked?: readonly LockedVisit[] | undefined;
  /** Worth of each further dose in a window, against the one before. */
  readonly gamma: number;
  /** Worth of a dose beyond the target, against one within it. */
  readonly beyond: number;
  /**
   * By how much the search discounts a dose beyond its target, 0–1, so that a heavy hot spot's extra dose does not take the
   * place of a light one's promised one. The plan's value is counted without it. Absent: 0.
   */
  readonly promise?: number | undefined;
}

export interface VisitItem {
  readonly hotspot: string;
  /** Index in the hot spot's windows. */
  readonly window: number;
  readonly start: number;
  /** Minutes, where not the hot spot's own. */
  readonly dwell?: number | undefined;
}

export interface BreakItem {
  readonly break: true;
  readonly start: number;
}

export type PlanItem = VisitItem | BreakItem;

export interface PatrolRoute {
  readonly id: string;
  readonly items: readonly PlanItem[];
}

/** What a plan is checked and valued by. */
export interface Routes {
  readonly patrols: readonly PatrolRoute[];
}

export interface UnmetTarget {
  readonly hotspot: string;
  readonly window: number;
  readonly missing: number;
  readonly reason: UnmetReason;
}

/** Routes as a search has left them, with what it takes to search the same way again. */
export interface SearchedPlan extends Routes {
  /** Rounds for the greatest value. */
  readonly iterations: number;
  /** Rounds among the plans nearly as good, for the one that repeats the past least. */
  readonly varied: number;
  /** The greatest value found; the plan's own is less by the price of being hard to predict. */
  readonly bestValue: number;
  /** How much the plan repeats of the past: to compare plans of one problem by. */
  readonly repetition: number;
}

export interface SolvedPlan extends SearchedPlan {
  readonly unmet: readonly UnmetTarget[];
  readonly seed: number;
  /** Searches side by side that it is the best of. */
  readonly strands: number;
}

/** Whole minutes that the patrol takes from place to place. */
export const legMinutes = (
  { walk }: PlanningProblem,
  { legs = walk }: ProblemPatrol,
  from: number,
  to: number,
): number => legs[from]?.[to] ?? 0;

/** Minutes that a visit lasts at least. */
export const leastDwell = ({ dwell, leastDwell: least }: ProblemHotSpot): number => least ?? dwell;

export const isBreak = (item: PlanItem): item is BreakItem => 'break' in item;

/** Minutes from a visit's start to the earliest start of the next: a stretched visit moves the next one by as much. */
export const spacingAfter = (hotSpot: ProblemHotSpot, dwell: number | undefined): number =>
  hotSpot.spacing + Math.max(0, (dwell ?? hotSpot.dwell) - hotSpot.dwell);

export const holdsVisit = (window: ProblemWindow, start: number, dwell: number): boolean =>
  window.open <= start && start + dwell <= window.close;

/** Index of the window that a locked visit counts in; 0 where none holds it, for the check to refuse. */
export function lockedWindow(problem: PlanningProblem, visit: LockedVisit): number {
  const spot = problem.hotspots[visit.hotspot];
  if (!spot) return 0;
  const crew = problem.patrols[visit.patrol]?.crew ?? Number.POSITIVE_INFINITY;
  const dwell = visit.dwell ?? spot.dwell;
  const holding = spot.windows
    .map((window, index) => ({ window, index }))
    .filter(({ window }) => holdsVisit(window, visit.start, dwell));
  const meant = holding.find(({ index }) => index === visit.window);
  const manned = holding.find(({ window }) => crew >= (window.crew ?? 0));
  return (meant ?? manned ?? holding[0])?.index ?? 0;
}
