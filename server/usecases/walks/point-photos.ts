/** Photos of the place of a point: taken in as they have been made small, read, and truly deleted. */
import type { Uuid } from '#core/model.ts';
import { fieldProblem, notFound, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  countPhotos,
  deletePhoto,
  insertPhoto,
  photoById,
  type StoredPhoto,
} from '../../store/walk-photos.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { ownPoint } from './own-walks.ts';

const auditOf = (
  action: 'walk.photo-add' | 'walk.photo-delete' | 'walk.photo-read',
  { id, pointId, jpeg }: StoredPhoto,
): AuditEntry => ({
  action,
  entity: 'walk-photo',
  entityId: id,
  detail: { pointId, bytes: jpeg.length },
});

/** Sending the same photo twice keeps one. @throws Problem not-found; not-acceptable-state (no more room); id-reused */
export async function addPhoto(
  tx: Executor,
  photo: StoredPhoto,
  atMost: number,
  { by }: Circumstances,
): Promise<Done<StoredPhoto>> {
  await ownPoint(tx, photo.pointId, by);
  const known = await photoById(tx, photo.id);
  if (known) {
    const isSame = known.pointId === photo.pointId && Buffer.from(known.jpeg).equals(photo.jpeg);
    if (!isSame) throw new Problem('id-reused');
    return { result: known, audit: [] };
  }
  if ((await countPhotos(tx, photo.pointId)) >= atMost) {
    throw fieldProblem('not-acceptable-state', ':id', {
      sv: `Punkten har redan ${atMost} foton: ta bort ett först.`,
      en: `The point has ${atMost} photos already: delete one first.`,
    });
  }
  await insertPhoto(tx, photo);
  return { result: photo, audit: auditOf('walk.photo-add', photo) };
}

/** @throws Problem not-found */
export async function readPhoto(
  tx: Executor,
  id: Uuid,
  { by }: Circumstances,
): Promise<Done<StoredPhoto>> {
  const photo = await ownPhoto(tx, id, by);
  return { result: photo, audit: auditOf('walk.photo-read', photo) };
}

/** The log keeps that there was one, and nothing of it. @throws Problem not-found */
export async function removePhoto(
  tx: Executor,
  id: Uuid,
  { by }: Circumstances,
): Promise<Done<null>> {
  const photo = await ownPhoto(tx, id, by);
  await deletePhoto(tx, id);
  return { result: null, audit: auditOf('walk.photo-delete', photo) };
}

async function ownPhoto(tx: Executor, id: Uuid, by: Circumstances['by']): Promise<StoredPhoto> {
  const photo = await photoById(tx, id);
  if (!photo) throw notFound('photo', id);
  await ownPoint(tx, photo.pointId, by);
  return photo;
}
