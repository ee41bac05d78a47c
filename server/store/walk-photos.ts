/** Photos of places, as JPEG in the database itself, so that the backup of one file has them too. */
import type { Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';

/** A photo without its bytes. */
export interface PhotoFacts {
  readonly id: Uuid;
  readonly pointId: Uuid;
  readonly width: number;
  readonly height: number;
}

export interface StoredPhoto extends PhotoFacts {
  readonly jpeg: Uint8Array<ArrayBuffer>;
}

/** The photos of a walk's points, without their bytes, in the order in which they were taken in. */
export async function photosOfWalk(db: Executor, walkId: Uuid): Promise<PhotoFacts[]> {
  return db
    .selectFrom('walk_photo')
    .innerJoin('walk_point', 'walk_point.id', 'walk_photo.point_id')
    .select(['walk_photo.id', 'walk_photo.point_id as pointId', 'width', 'height'])
    .where('walk_point.walk_id', '=', walkId)
    .orderBy('walk_photo.id')
    .execute();
}

export async function photoById(db: Executor, id: Uuid): Promise<StoredPhoto | null> {
  const row = await db.selectFrom('walk_photo').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { point_id: pointId, width, height, jpeg } = row;
  return { id, pointId, width, height, jpeg };
}

export async function countPhotos(db: Executor, pointId: Uuid): Promise<number> {
  const { count } = await db
    .selectFrom('walk_photo')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('point_id', '=', pointId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertPhoto(tx: Executor, photo: StoredPhoto): Promise<void> {
  const { id, pointId: point_id, width, height, jpeg } = photo;
  await tx.insertInto('walk_photo').values({ id, point_id, width, height, jpeg }).execute();
}

/** Its bytes are overwritten with zeros (`secure_delete` in `sqlite.ts`), not only forgotten. */
export async function deletePhoto(tx: Executor, id: Uuid): Promise<void> {
  await tx.deleteFrom('walk_photo').where('id', '=', id).execute();
}
