/** What is wrong with a walk as it is given, as code and place; the words are the use case's. */
import type { EpochMs, LonLat } from '../model.ts';
import type { Walk } from './walk.ts';

export type WalkFaultCode =
  | 'before-not-before'
  | 'after-not-after'
  | 'held-in-future'
  | 'counted-not-held'
  | 'route-too-short'
  | 'route-too-far';

export interface WalkFault {
  readonly code: WalkFaultCode;
  /** JSON pointer. */
  readonly field: string;
}

/** A route is on foot and in the area: a corner this far from its centre is a slip of the hand. */
const FURTHEST_M = 50_000;

type Judged = Pick<Walk, 'before' | 'walk' | 'after' | 'state' | 'participants' | 'route'>;

/**
 * The meetings come in order, a walk is held only once it has begun, and a route has two different points at least.
 * @param distanceM from the area's centre to a point, in metres
 */
export function walkFaults(
  { before, walk, after, state, participants, route }: Judged,
  now: EpochMs,
  distanceM: (to: LonLat) => number,
): WalkFault[] {
  const fault = (isThere: boolean, code: WalkFaultCode, field: string): WalkFault[] =>
    isThere ? [{ code, field }] : [];
  return [
    ...fault(
      before !== null && before.startsAt >= walk.startsAt,
      'before-not-before',
      '/before/startsAt',
    ),
    ...fault(
      after !== null && after.startsAt <= walk.startsAt,
      'after-not-after',
      '/after/startsAt',
    ),
    ...fault(state === 'held' && walk.startsAt > now, 'held-in-future', '/state'),
    ...fault(participants !== null && state !== 'held', 'counted-not-held', '/participants'),
    ...fault(route !== null && !hasTwoPoints(route), 'route-too-short', '/route/coordinates'),
    ...(route ?? []).flatMap((point, index) =>
      fault(distanceM(point) > FURTHEST_M, 'route-too-far', `/route/coordinates/${index}`),
    ),
  ];
}

function hasTwoPoints([first, ...others]: readonly LonLat[]): boolean {
  return first !== undefined && others.some(([lon, lat]) => lon !== first[0] || lat !== first[1]);
}
