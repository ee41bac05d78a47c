/** Walk → points → answers → the walk that checks again. A walk checks one that was earlier, so the chain never bites its tail. */
import type { EpochMs, Uuid } from '../model.ts';
import type { Walk } from './walk.ts';

export interface Link {
  readonly id: Uuid;
  readonly startsAt: EpochMs;
  readonly checksWalkId: Uuid | null;
}

/** Whether one walk may be said to check another again. */
export function mayCheck(
  walk: Pick<Link, 'id' | 'startsAt'>,
  earlier: Pick<Link, 'id' | 'startsAt'>,
): boolean {
  return walk.id !== earlier.id && earlier.startsAt < walk.startsAt;
}

/** The walks that look at this one's points again, as far as they are still meant to be held. */
export const checkedBy = <T extends Pick<Link, 'checksWalkId'> & Pick<Walk, 'state'>>(
  id: Uuid,
  walks: readonly T[],
): T[] => walks.filter(({ checksWalkId, state }) => checksWalkId === id && state !== 'cancelled');

/** The walks from the first to the last that hang together with this one, in order of time. */
export function chainOf(id: Uuid, walks: readonly Link[]): Link[] {
  const byId = new Map(walks.map((walk) => [walk.id, walk]));
  const found = new Set<Uuid>();
  const waiting: Uuid[] = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const walk = byId.get(next);
    if (!walk || found.has(next)) continue;
    found.add(next);
    if (walk.checksWalkId !== null) waiting.push(walk.checksWalkId);
    waiting.push(...walks.filter((one) => one.checksWalkId === walk.id).map((one) => one.id));
  }
  return walks
    .filter((walk) => found.has(walk.id))
    .sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}
