/** Whose walks an actor may see and write: the municipality's own people those of their municipality, the police all of the area's. */
import type { Uuid } from '#core/model.ts';
import { notFound, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { pointById, type StoredPoint } from '../../store/walk-points.ts';
import { type StoredWalk, walkById } from '../../store/walks.ts';
import type { Actor } from '../use-case.ts';

/**
 * The municipality that an actor's question is about, whatever they ask for; null: all.
 * @throws Problem forbidden, for a municipality's account without a municipality
 */
export function municipalityOf(by: Actor, asked: string | null): string | null {
  if (by.role !== 'municipality') return asked;
  if (by.municipality === null) throw new Problem('forbidden');
  return by.municipality;
}

const isOwn = (by: Actor, municipality: string): boolean =>
  by.role !== 'municipality' || by.municipality === municipality;

/** @throws Problem not-found, of another municipality's walk too: that it exists is not told */
export async function ownWalk(db: Executor, id: Uuid, by: Actor): Promise<StoredWalk> {
  const walk = await walkById(db, id);
  if (!walk || !isOwn(by, walk.municipality)) throw notFound('walk', id);
  return walk;
}

export interface OwnPoint {
  readonly point: StoredPoint;
  readonly walk: StoredWalk;
}

/** @throws Problem not-found */
export async function ownPoint(db: Executor, id: Uuid, by: Actor): Promise<OwnPoint> {
  const point = await pointById(db, id);
  const walk = point && (await walkById(db, point.walkId));
  if (!point || !walk || !isOwn(by, walk.municipality)) throw notFound('point', id);
  return { point, walk };
}
