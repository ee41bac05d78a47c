/**
 * Who is to give the doses of a window that several shifts see: each by its patrols' minutes inside the window, so that the
 * first shift does not take them all, and no patrol is loaded while another walks idle.
 */
import { gaps, totalMs } from '../../calendar/interval.ts';
import type { Patrol, TimeSpan, Uuid } from '../../model.ts';
import type { PlanningTask, TaskWindow } from '../bridge/planning-task.ts';
import { largestRemainder } from './largest-remainder.ts';
import { pinnedIn } from './week-plans.ts';
import type { WeekShift } from './week-task.ts';

/** A shift with its task as long as none of the others is planned but for what is pinned. */
export interface ShiftView {
  readonly of: WeekShift;
  readonly task: PlanningTask;
}

/** A window on one date, as one shift sees it. */
interface Sight {
  readonly shiftId: Uuid;
  /** Doses that are still nobody's: neither made nor planned nor pinned. */
  readonly free: number;
  readonly pinned: number;
  readonly patrolMs: number;
}

/** By window and date, and by shift, how many doses the shift is to give, its pinned visits among them. */
export type SharedTargets = ReadonlyMap<string, ReadonlyMap<Uuid, number>>;

export function sharedTargets(views: readonly ShiftView[]): SharedTargets {
  const sights = new Map<string, Sight[]>();
  for (const { of, task } of views) {
    task.hotSpots.forEach(({ hotSpotId, windows }, h) => {
      windows.forEach((window, w) => {
        const { target = 0, crew = 0 } = task.problem.hotspots[h]?.windows[w] ?? {};
        const pinned = pinnedIn(of).filter(
          (visit) => visit.hotSpotId === hotSpotId && startsIn(window, visit.startsAt),
        ).length;
        const able = of.shift.patrols.filter(({ officers }) => officers >= crew);
        const patrolMs = able.reduce((sum, patrol) => sum + onDutyMs(patrol, window), 0);
        const sight = {
          shiftId: of.shift.id,
          free: Math.max(0, target - pinned),
          pinned,
          patrolMs,
        };
        sights.set(keyOf(window), [...(sights.get(keyOf(window)) ?? []), sight]);
      });
    });
  }
  return new Map([...sights].map(([key, own]) => [key, shared(own)]));
}

/** The task with no more wanted of the shift than its share. */
export function withShares(task: PlanningTask, shiftId: Uuid, shares: SharedTargets): PlanningTask {
  const hotspots = task.problem.hotspots.map((spot, h) => ({
    ...spot,
    windows: spot.windows.map((window, w) => {
      const seen = task.hotSpots[h]?.windows[w];
      const share = (seen && shares.get(keyOf(seen))?.get(shiftId)) ?? window.target;
      return { ...window, target: Math.min(window.target, share) };
    }),
  }));
  return { ...task, problem: { ...task.problem, hotspots } };
}

const keyOf = ({ windowId, opens }: TaskWindow): string => `${windowId} ${opens}`;

const startsIn = ({ opens, closes }: TaskWindow, at: number): boolean => at >= opens && at < closes;

/** Where nobody has the officers, each is asked for all: then each says why it cannot. */
function shared(sights: readonly Sight[]): Map<Uuid, number> {
  const free = Math.min(...sights.map((sight) => sight.free));
  const weights = sights.map(({ patrolMs }) => patrolMs);
  const isAnybodys = weights.some((weight) => weight > 0);
  const parts = isAnybodys ? largestRemainder(free, weights) : sights.map(() => free);
  return new Map(sights.map(({ shiftId, pinned }, s) => [shiftId, pinned + (parts[s] ?? 0)]));
}

/** Of the window, what the patrol is on duty and not away. */
function onDutyMs(patrol: Patrol, { opens, closes }: TaskWindow): number {
  const within: TimeSpan = {
    from: Math.max(opens, patrol.startsAt),
    to: Math.min(closes, patrol.endsAt),
  };
  return within.from < within.to ? totalMs(gaps(patrol.unavailable, within)) : 0;
}
