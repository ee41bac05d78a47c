/**
 * A patrol's shift as a flow through time: a node is a place and a minute, before or after the break, ready for a visit or
 * done with one.
 *
 *     done(i, t) ──walk──▶ ready(j, t + walk) ──wait──▶ ready(j, t + 1) ──visit──▶ done(j, t + 1 + dwell)
 *
 * A walk is made right after a visit and never later, so that each route is one path. The break is taken before the walk or
 * after it, as soon as it may be: to take it later gains nothing.
 */
import type { PlanningProblem, ProblemPatrol } from '#core/planner/problem.ts';
import { holdsVisit, legMinutes } from '#core/planner/problem.ts';

export interface Arc {
  readonly from: number;
  readonly to: number;
  /** Minutes of walking and dwelling. */
  readonly busy: number;
  readonly visit?: { readonly spot: number; readonly window: number; readonly start: number };
}

export interface FlowNetwork {
  readonly nodes: number;
  readonly arcs: readonly Arc[];
  readonly source: number;
  readonly sink: number;
}

/** The arcs that lie on some way from duty's start to its end. Calls are left out, which only widens what is possible. */
export function flowNetwork(
  problem: PlanningProblem,
  patrol: ProblemPatrol,
  step: number,
): FlowNetwork {
  const ids = new Map<string, number>();
  const node = (key: string) => ids.get(key) ?? ids.set(key, ids.size).size - 1;
  const source = node('source');
  const sink = node('sink');
  const arcs: Arc[] = [];
  const seen = new Set<string>();
  const open: { readonly key: string; readonly at: State }[] = [];
  const reach = (at: State): number => {
    const key = `${at.kind} ${at.spot} ${at.minute} ${at.rested}`;
    if (!seen.has(key)) {
      seen.add(key);
      open.push({ key, at });
    }
    return node(key);
  };
  const begin: State = { kind: 'done', spot: BASE, minute: patrol.start, rested: !patrol.break };
  arcs.push({ from: source, to: reach(begin), busy: 0 });
  for (let next = open.pop(); next; next = open.pop()) {
    const from = node(next.key);
    for (const move of movesFrom(problem, patrol, step, next.at))
      arcs.push({ ...move.arc, from, to: move.to ? reach(move.to) : sink });
  }
  return { nodes: ids.size, arcs: leadingTo(sink, arcs), source, sink };
}

const BASE = -1;

interface State {
  readonly kind: 'ready' | 'done';
  /** Index of the hot spot; −1: the base. */
  readonly spot: number;
  readonly minute: number;
  /** The break is taken, or there is none. */
  readonly rested: boolean;
}

interface Move {
  readonly arc: Omit<Arc, 'from' | 'to'>;
  /** null: home. */
  readonly to: State | null;
}

function movesFrom(
  problem: PlanningProblem,
  patrol: ProblemPatrol,
  step: number,
  at: State,
): Move[] {
  return [
    ...afterBreak(patrol, at),
    ...(at.kind === 'done' ? departures(problem, patrol, at) : stays(problem, patrol, step, at)),
  ];
}

function afterBreak({ break: rest, end }: ProblemPatrol, at: State): Move[] {
  if (!rest || at.rested || at.minute > rest.latest) return [];
  const minute = Math.max(at.minute, rest.earliest) + rest.dur;
  return minute > end ? [] : [{ arc: { busy: 0 }, to: { ...at, minute, rested: true } }];
}

function departures(problem: PlanningProblem, patrol: ProblemPatrol, at: State): Move[] {
  const here = at.spot === BASE ? patrol.from : (problem.hotspots[at.spot]?.place ?? 0);
  const moves = problem.hotspots.map((spot, index): Move => {
    const busy = legMinutes(problem, patrol, here, spot.place);
    const to: State = { ...at, kind: 'ready', spot: index, minute: at.minute + busy };
    return { arc: { busy }, to };
  });
  const home = legMinutes(problem, patrol, here, patrol.to);
  const isHome = at.rested && at.minute + home <= patrol.end;
  const inTime = moves.filter(({ to }) => to && to.minute < patrol.end);
  return isHome ? [...inTime, { arc: { busy: home }, to: null }] : inTime;
}

function stays(problem: PlanningProblem, patrol: ProblemPatrol, step: number, at: State): Move[] {
  const spot = problem.hotspots[at.spot];
  if (!spot || at.minute + spot.dwell > patrol.end) return [];
  const rested = (spot.lastStart ?? Number.NEGATIVE_INFINITY) + spot.spacing;
  const visits = spot.windows.flatMap((window, index): Move[] => {
    const isOpen = holdsVisit(window, at.minute, spot.dwell) && at.minute >= rested;
    if (!isOpen || (patrol.crew ?? Infinity) < (window.crew ?? 0)) return [];
    const visit = { spot: at.spot, window: index, start: at.minute };
    const to: State = { ...at, kind: 'done', minute: at.minute + spot.dwell };
    return [{ arc: { busy: spot.dwell, visit }, to }];
  });
  return [...visits, { arc: { busy: 0 }, to: { ...at, minute: at.minute + step } }];
}

/** Without the arcs from which there is no way to `sink`. */
function leadingTo(sink: number, arcs: readonly Arc[]): Arc[] {
  const into = new Map<number, Arc[]>();
  for (const arc of arcs) into.set(arc.to, [...(into.get(arc.to) ?? []), arc]);
  const leads = new Set([sink]);
  const open = [sink];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const { from } of into.get(node) ?? [])
      if (!leads.has(from)) {
        leads.add(from);
        open.push(from);
      }
  return arcs.filter(({ to }) => leads.has(to));
}
