/**
 * The routes that the search works on, in one block of integers: saving or restoring a whole plan is one copy.
 *
 * A route is its visits in order. A pause (break or call) stands on a leg: leg k leads to visit k, the last leg leads home.
 * `pauseOrder` has a patrol's pauses in the order they are taken, `pauseLeg` the leg each is on.
 */
import type { Instance } from './instance.ts';

export interface RouteState {
  readonly data: Int32Array;
  readonly length: Int32Array;
  /** Visits at route × routeRoom + position. */
  readonly window: Int32Array;
  readonly start: Int32Array;
  readonly latest: Int32Array;
  readonly dwell: Int32Array;
  /** 1: locked, neither moved nor removed. */
  readonly locked: Int32Array;
  /** Minutes of walking and dwelling. */
  readonly busy: Int32Array;
  /**
   * The legs that have room for the shortest visit, in order, at route × routeRoom + n: which leg, from when and where it
   * starts, by when and where it must end, and how long it takes as it is. Most legs of a full route have no room, so that a
   * search for some is short.
   */
  readonly slackCount: Int32Array;
  readonly slackLeg: Int32Array;
  readonly slackFree: Int32Array;
  readonly slackFrom: Int32Array;
  readonly slackBy: Int32Array;
  readonly slackTo: Int32Array;
  readonly slackWalk: Int32Array;
  /** Pauses at route × pauseRoom + order. */
  readonly pauseCount: Int32Array;
  readonly pauseOrder: Int32Array;
  readonly pauseLeg: Int32Array;
  /** Visits to a hot spot, by start, at hot spot × spotRoom + n: who makes it, when, and how long the spot then rests. */
  readonly spotCount: Int32Array;
  readonly spotRoute: Int32Array;
  readonly spotStart: Int32Array;
  readonly spotAfter: Int32Array;
  readonly windowCount: Int32Array;
  /** Stamps that change with what cached insertions depend on. */
  readonly routeStamp: Int32Array;
  readonly spotStamp: Int32Array;
  /** One stamp: since it, visits have only been put in, so that what fitted nowhere still does not. */
  readonly loosened: Int32Array;
}

export function emptyRoutes(inst: Instance): RouteState {
  const visits = inst.patrols * inst.routeRoom;
  const pauses = inst.patrols * inst.pauseRoom;
  const marks = inst.spots * inst.spotRoom;
  const sizes = {
    length: inst.patrols,
    window: visits,
    start: visits,
    latest: visits,
    dwell: visits,
    locked: visits,
    busy: inst.patrols,
    slackCount: inst.patrols,
    slackLeg: visits,
    slackFree: visits,
    slackFrom: visits,
    slackBy: visits,
    slackTo: visits,
    slackWalk: visits,
    pauseCount: inst.patrols,
    pauseOrder: pauses,
    pauseLeg: pauses,
    spotCount: inst.spots,
    spotRoute: marks,
    spotStart: marks,
    spotAfter: marks,
    windowCount: inst.windows,
    routeStamp: inst.patrols,
    spotStamp: inst.spots,
    loosened: 1,
  };
  const data = new Int32Array(Object.values(sizes).reduce((sum, size) => sum + size, 0));
  let offset = 0;
  const take = (size: number) => {
    offset += size;
    return data.subarray(offset - size, offset);
  };
  return {
    data,
    length: take(sizes.length),
    window: take(sizes.window),
    start: take(sizes.start),
    latest: take(sizes.latest),
    dwell: take(sizes.dwell),
    locked: take(sizes.locked),
    busy: take(sizes.busy),
    slackCount: take(sizes.slackCount),
    slackLeg: take(sizes.slackLeg),
    slackFree: take(sizes.slackFree),
    slackFrom: take(sizes.slackFrom),
    slackBy: take(sizes.slackBy),
    slackTo: take(sizes.slackTo),
    slackWalk: take(sizes.slackWalk),
    pauseCount: take(sizes.pauseCount),
    pauseOrder: take(sizes.pauseOrder),
    pauseLeg: take(sizes.pauseLeg),
    spotCount: take(sizes.spotCount),
    spotRoute: take(sizes.spotRoute),
    spotStart: take(sizes.spotStart),
    spotAfter: take(sizes.spotAfter),
    windowCount: take(sizes.windowCount),
    routeStamp: take(sizes.routeStamp),
    spotStamp: take(sizes.spotStamp),
    loosened: take(sizes.loosened),
  };
}

export function copyRoutes(inst: Instance, from: RouteState): RouteState {
  const copy = emptyRoutes(inst);
  copy.data.set(from.data);
  return copy;
}

/** Visits in all routes. */
export const visitsIn = ({ length }: RouteState): number =>
  length.reduce((sum, visits) => sum + visits, 0);
