import { dutyOf } from './duty.ts';
import type {
  PatrolRoute,
  PlanningProblem,
  ProblemHotSpot,
  ProblemPatrol,
  ProblemSpan,
  VisitItem,
} from './problem.ts';
import { isBreak, legMinutes } from './problem.ts';
import type { Violation, ViolationCode } from './violation.ts';

/** A stretch of the patrol's time that is taken: a visit, a break, or a call. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly item: number;
  readonly kind: 'visit' | 'break' | 'call';
  readonly visit?: VisitItem;
  readonly spot?: ProblemHotSpot | undefined;
}

const CALL = -1;

/** The rules that concern one patrol's route: windows, walking, its break, calls, crew and load. */
export function checkRoute(
  problem: PlanningProblem,
  patrol: ProblemPatrol,
  route: PatrolRoute,
): Violation[] {
  const stretches = stretchesOf(problem, patrol, route);
  return [
    ...stretches.flatMap((stretch) => itemViolations(stretch, patrol)),
    ...breakViolations(stretches, patrol),
    ...walkViolations(stretches, problem, patrol),
  ];
}

/** The route's items in their order, with the calls where they fall. */
function stretchesOf(
  problem: PlanningProblem,
  patrol: ProblemPatrol,
  route: PatrolRoute,
): Stretch[] {
  const spots = new Map(problem.hotspots.map((spot) => [spot.id, spot]));
  const calls = [...dutyOf(patrol).calls];
  const stretches: Stretch[] = [];
  const addCallsBefore = (minute: number) => {
    for (let call = calls[0]; call && call.start < minute; call = calls[0]) {
      stretches.push({ ...call, item: CALL, kind: 'call' });
      calls.shift();
    }
  };
  route.items.forEach((item, index) => {
    const spot = isBreak(item) ? undefined : spots.get(item.hotspot);
    const minutes = isBreak(item) ? (patrol.break?.dur ?? 0) : (item.dwell ?? spot?.dwell ?? 0);
    addCallsBefore(item.start + minutes);
    const span = { start: item.start, end: item.start + minutes, item: index };
    if (isBreak(item)) stretches.push({ ...span, kind: 'break' });
    else stretches.push({ ...span, kind: 'visit', visit: item, spot });
  });
  addCallsBefore(Number.POSITIVE_INFINITY);
  return stretches;
}

/** What is wrong with one item by itself. */
function itemViolations(stretch: Stretch, patrol: ProblemPatrol): Violation[] {
  const { start, end, item, kind, visit, spot } = stretch;
  if (kind === 'call') return [];
  const found: Violation[] = [];
  const add = (code: ViolationCode, values: Violation['values']) =>
    found.push({ code, patrol: patrol.id, item, values });
  if (!Number.isInteger(start)) add('not-whole-minute', { start });
  const pause = patrol.break;
  if (kind === 'break' && pause && (start < pause.earliest || start > pause.latest))
    add('break-outside', { start, earliest: pause.earliest, latest: pause.latest });
  if (!visit) return found;
  const window = spot?.windows[visit.window];
  const hotspot = visit.hotspot;
  if (!spot) add('unknown-hot-spot', { hotspot });
  else if (!window) add('unknown-window', { hotspot, window: visit.window });
  else {
    if (start < window.open || end > window.close)
      add('outside-window', { hotspot, start, end, open: window.open, close: window.close });
    if ((patrol.crew ?? Infinity) < (window.crew ?? 0))
      add('crew', { hotspot, officers: patrol.crew ?? 0, needed: window.crew ?? 0 });
  }
  return found;
}

function breakViolations(stretches: readonly Stretch[], patrol: ProblemPatrol): Violation[] {
  const breaks = stretches.filter((stretch) => stretch.kind === 'break');
  const values = { breaks: breaks.length };
  const last = breaks.at(-1);
  const duty = dutyOf(patrol);
  if (duty.start === duty.end && !last) return [];
  if (!patrol.break)
    return last ? [{ code: 'no-break-due', patrol: patrol.id, item: last.item, values }] : [];
  if (!last) return [{ code: 'break-missing', patrol: patrol.id, values }];
  if (breaks.length === 1) return [];
  return [{ code: 'break-twice', patrol: patrol.id, item: last.item, values }];
}

/**
 * Walking and load. Between two visits the walk must fit whole into one of the gaps that breaks and calls leave:
 *
 *     visit ──gap── break ──gap── call ──gap── visit
 */
function walkViolations(
  stretches: readonly Stretch[],
  problem: PlanningProblem,
  patrol: ProblemPatrol,
): Violation[] {
  const found: Violation[] = [];
  const duty = dutyOf(patrol);
  if (duty.start === duty.end && stretches.length === 0) return found;
  let at = patrol.from;
  let free = duty.start;
  let widestGap = 0;
  let busy = 0;
  let before: Stretch | undefined;
  for (const stretch of stretches) {
    const clash = overlap(stretch, before, free, patrol);
    if (clash) found.push(clash);
    if (stretch.kind === 'visit' && stretch.spot) {
      const walk = legMinutes(problem, patrol, at, stretch.spot.place);
      if (!clash && Math.max(widestGap, stretch.start - free) < walk)
        found.push(tooFar(stretch, before, patrol, free + walk, walk));
      busy += walk + stretch.end - stretch.start;
      at = stretch.spot.place;
      widestGap = 0;
    } else {
      widestGap = Math.max(widestGap, stretch.start - free);
    }
    free = Math.max(free, stretch.end);
    before = stretch;
  }
  const home = legMinutes(problem, patrol, at, patrol.to);
  const back = widestGap >= home ? free : free + home;
  busy += home;
  if (back > duty.end)
    found.push({ code: 'not-back-in-time', patrol: patrol.id, values: { back, end: duty.end } });
  if (patrol.maxBusy !== undefined && busy > patrol.maxBusy)
    found.push({ code: 'over-load', patrol: patrol.id, values: { busy, most: patrol.maxBusy } });
  return found;
}

const tooFar = (
  { item, start, visit }: Stretch,
  before: Stretch | undefined,
  patrol: ProblemPatrol,
  earliest: number,
  walk: number,
): Violation => ({
  code: 'too-far',
  patrol: patrol.id,
  item,
  ...(before && before.item !== CALL ? { other: { patrol: patrol.id, item: before.item } } : {}),
  values: { hotspot: visit?.hotspot ?? '', start, earliest, walk },
});

/**
 * Two stretches at once. Of a visit and a call, the visit is at fault; a call over an end of the duty is no stretch of its
 * own, and what begins in it is told so all the same.
 */
function overlap(
  stretch: Stretch,
  before: Stretch | undefined,
  free: number,
  patrol: ProblemPatrol,
): Violation | undefined {
  const away = stretch.kind === 'call' ? undefined : callAt(patrol, stretch.start);
  if (away) return onCall(patrol, stretch, away);
  if (stretch.start >= free) return undefined;
  const call = [stretch, before].find((one) => one?.kind === 'call');
  const item = [stretch, before].find((one) => one && one.kind !== 'call');
  if (!item) return undefined;
  if (call) return onCall(patrol, item, call);
  const other = before && { patrol: patrol.id, item: before.item };
  const values = { start: stretch.start, free };
  const base = { code: 'overlaps', patrol: patrol.id, item: stretch.item, values } as const;
  return other ? { ...base, other } : base;
}

const callAt = ({ unavailable = [] }: ProblemPatrol, minute: number): ProblemSpan | undefined =>
  unavailable.find(({ start, end }) => start <= minute && minute < end);

const onCall = ({ id }: ProblemPatrol, { item, start }: Stretch, call: ProblemSpan): Violation => ({
  code: 'on-a-call',
  patrol: id,
  item,
  values: { start, from: call.start, to: call.end },
});
