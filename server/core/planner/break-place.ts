/** Where a patrol's break stands among its visits and calls. */
import type { Instance } from './instance.ts';
import { arrival } from './leg.ts';
import type { RouteState } from './routes.ts';

/** A place for the break: on which leg, and which in the order of pauses. */
export interface BreakPlace {
  readonly leg: number;
  readonly order: number;
}

/** Takes the break out of the route and says where it was. */
export function takeOutBreak(inst: Instance, routes: RouteState, route: number): BreakPlace {
  const offset = route * inst.pauseRoom;
  const count = routes.pauseCount[route]!;
  let order = 0;
  while (routes.pauseOrder[offset + order] !== inst.breakPause[route]) order += 1;
  const leg = routes.pauseLeg[offset + order]!;
  routes.pauseOrder.copyWithin(offset + order, offset + order + 1, offset + count);
  routes.pauseLeg.copyWithin(offset + order, offset + order + 1, offset + count);
  routes.pauseCount[route] = count - 1;
  return { leg, order };
}

export function putInBreak(inst: Instance, routes: RouteState, route: number, place: BreakPlace) {
  const at = route * inst.pauseRoom + place.order;
  const end = route * inst.pauseRoom + routes.pauseCount[route]!;
  routes.pauseOrder.copyWithin(at + 1, at, end);
  routes.pauseLeg.copyWithin(at + 1, at, end);
  routes.pauseOrder[at] = inst.breakPause[route]!;
  routes.pauseLeg[at] = place.leg;
  routes.pauseCount[route]! += 1;
}

/** Every place that the break fits in, in a route whose times are set without it. */
export function breakPlaces(inst: Instance, routes: RouteState, route: number): BreakPlace[] {
  const places: BreakPlace[] = [];
  const offset = route * inst.pauseRoom;
  const pauses = routes.pauseCount[route]!;
  let order = 0;
  for (let leg = 0; leg <= routes.length[route]!; leg += 1) {
    let end = order;
    while (end < pauses && routes.pauseLeg[offset + end] === leg) end += 1;
    for (let at = order; at <= end; at += 1)
      if (breakFits(inst, routes, route, { leg, order: at }, order, end))
        places.push({ leg, order: at });
    order = end;
  }
  return places;
}

/** Whether the next visit is reached in time with the break on the leg whose pauses are `first` to `end`. */
function breakFits(
  inst: Instance,
  routes: RouteState,
  route: number,
  place: BreakPlace,
  first: number,
  end: number,
): boolean {
  const { from, to, free, by } = legEnds(inst, routes, route, place.leg);
  const walk = inst.walk[inst.legs[route]! + from * inst.places + to]!;
  putInBreak(inst, routes, route, place);
  const arrives = arrival(inst, routes, route, first, end + 1, free, walk);
  takeOutBreak(inst, routes, route);
  return arrives <= by;
}

/** Places and clocks at both ends of a leg. */
export function legEnds(inst: Instance, routes: RouteState, route: number, leg: number) {
  const at = route * inst.routeRoom + leg;
  const isFirst = leg === 0;
  const isHome = leg === routes.length[route]!;
  return {
    from: isFirst ? inst.from[route]! : inst.spotPlace[inst.windowSpot[routes.window[at - 1]!]!]!,
    to: isHome ? inst.to[route]! : inst.spotPlace[inst.windowSpot[routes.window[at]!]!]!,
    free: isFirst ? inst.dutyStart[route]! : routes.start[at - 1]! + routes.dwell[at - 1]!,
    by: isHome ? inst.dutyEnd[route]! : routes.latest[at]!,
  };
}
