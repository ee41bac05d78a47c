/** Patrols as the planner sees them: ahead of the shift, or from where they are in the midst of it. */
import type { EpochMs, Patrol } from '../../model.ts';
import { dutyOf } from '../duty.ts';
import type { LockedVisit, ProblemBreak, ProblemHotSpot, ProblemPatrol } from '../problem.ts';
import { loadCeiling } from './dose-worth.ts';
import type { MadeVisit, PlanningInput } from './planning-input.ts';
import { legsOf, placeOf } from './planning-input.ts';
import type { TaskPatrol } from './planning-task.ts';
import { minuteFrom, minuteUntil } from './planning-task.ts';

const MINUTE_MS = 60_000;
/** What a visit still going on is taken to last at least. */
const USUAL_DWELL = 15;

export interface PatrolTask {
  readonly problem: ProblemPatrol;
  readonly task: TaskPatrol;
  /** It was to have a break and there is no time left for it. */
  readonly isBreakDropped: boolean;
}

/** The patrols that still have time on duty. */
export function patrolTasks(input: PlanningInput): PatrolTask[] {
  return input.shift.patrols
    .map((patrol) => patrolTask(input, patrol))
    .filter(({ problem }) => problem.start < problem.end);
}

function patrolTask(input: PlanningInput, patrol: Patrol): PatrolTask {
  const { origin, walking } = input;
  const base = placeOf(walking, patrol.id);
  const made = input.made
    .filter((v) => v.patrolId === patrol.id && v.startedAt >= patrol.startsAt)
    .sort((a, b) => a.startedAt - b.startedAt);
  const last = made.at(-1);
  const at = last ? walking.keys.indexOf(last.hotSpotId) : base;
  const start = minuteFrom(origin, freeFrom(input, patrol, last));
  const madeMin = made.reduce((sum, visit) => sum + minutesOf(visit, input.now), 0);
  const onDutyMin = (patrol.endsAt - patrol.startsAt) / MINUTE_MS;
  const problem: ProblemPatrol = {
    id: patrol.id,
    start,
    end: minuteUntil(origin, patrol.endsAt),
    from: input.now === null || at < 0 ? base : at,
    to: base,
    crew: patrol.officers,
    legs: patrol.travels === 'foot' ? undefined : legsOf(walking, patrol),
    maxBusy: Math.max(0, loadCeiling(onDutyMin) - madeMin),
    unavailable: patrol.unavailable.map(({ from, to }) => ({
      start: minuteUntil(origin, from),
      end: minuteFrom(origin, to),
    })),
  };
  const wanted = breakAhead(input, patrol, start);
  const pause = wanted && breakThatFits(wanted, problem);
  return {
    problem: { ...problem, break: pause },
    task: { patrolId: patrol.id, onDutyMin, madeMin },
    isBreakDropped: wanted !== null && !pause,
  };
}

function freeFrom(
  { now, windows }: PlanningInput,
  patrol: Patrol,
  last: MadeVisit | undefined,
): EpochMs {
  const from = Math.max(patrol.startsAt, now ?? patrol.startsAt);
  if (now === null || !last || last.endedAt !== null) return from;
  const dwells = windows.filter((w) => w.hotSpotId === last.hotSpotId).map((w) => w.dwellMin);
  return Math.max(from, last.startedAt + Math.max(USUAL_DWELL, ...dwells) * MINUTE_MS);
}

const minutesOf = ({ startedAt, endedAt }: MadeVisit, now: EpochMs | null): number =>
  Math.ceil(((endedAt ?? Math.max(now ?? startedAt, startedAt)) - startedAt) / MINUTE_MS);

/** The break as far as time has left it; null where none is due any more. */
function breakAhead(input: PlanningInput, patrol: Patrol, start: number): ProblemBreak | null {
  const pause = patrol.break;
  if (!pause || input.breaksTaken.some(({ patrolId }) => patrolId === patrol.id)) return null;
  return {
    dur: pause.durationMin,
    earliest: Math.max(start, minuteFrom(input.origin, pause.earliest)),
    latest: minuteUntil(input.origin, pause.latest),
  };
}

/** The break if some minute for it lies outside the patrol's calls, else null. */
export function breakThatFits(pause: ProblemBreak, patrol: ProblemPatrol): ProblemBreak | null {
  const { start, end, calls } = dutyOf(patrol);
  for (let minute = Math.max(start, pause.earliest); minute <= pause.latest; minute += 1) {
    const over = minute + pause.dur;
    if (over > end) return null;
    if (calls.every((call) => over <= call.start || minute >= call.end)) return pause;
  }
  return null;
}

/** Pinned visits may go over the ceiling, since a person put them there: it is raised to what they take. */
export function raisedCeiling(
  patrol: ProblemPatrol,
  locked: readonly LockedVisit[],
  hotSpots: readonly ProblemHotSpot[],
  walk: readonly (readonly number[])[],
): ProblemPatrol {
  const { legs = walk } = patrol;
  let at = patrol.from;
  let busy = 0;
  for (const visit of [...locked].sort((a, b) => a.start - b.start)) {
    const spot = hotSpots[visit.hotspot];
    if (!spot) continue;
    busy += (legs[at]?.[spot.place] ?? 0) + (visit.dwell ?? spot.dwell);
    at = spot.place;
  }
  busy += legs[at]?.[patrol.to] ?? 0;
  return { ...patrol, maxBusy: Math.max(patrol.maxBusy ?? busy, busy) };
}
