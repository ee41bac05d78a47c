/** Raising a point on a walk, changing it, and registering what its owner answers. */
import { localDateOf } from '#core/calendar/local-time.ts';
import { distanceM } from '#core/geo/measure.ts';
import type { LonLat, Uuid } from '#core/model.ts';
import type { PointAnswer, WalkPoint } from '#core/walks/walk.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import { theArea } from '../../store/areas.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  answerById,
  answersOfPoint,
  insertAnswer,
  insertPoint,
  pointById,
  pointsOfWalk,
  replacePoint,
  type StoredPoint,
} from '../../store/walk-points.ts';
import { refuseOtherThan } from '../refuse-other.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { ownPoint, ownWalk } from './own-walks.ts';
import { refusePersonalTexts } from './personal-texts.ts';

export type PointInput = Omit<WalkPoint, 'id' | 'walkId' | 'number'>;

interface Confirmed {
  readonly noteConfirmed: boolean;
}

/** A slip of the hand, not a place on the walk. */
const FURTHEST_M = 50_000;

/**
 * Sending the same point twice makes one.
 * @throws Problem not-found; not-acceptable-state (cancelled, or full); invalid-input; personal-data-in-note; id-reused
 */
export async function addPoint(
  tx: Executor,
  walkId: Uuid,
  { id, noteConfirmed, ...input }: PointInput & Confirmed & { readonly id: Uuid },
  atMost: number,
  { by }: Circumstances,
): Promise<Done<StoredPoint>> {
  const walk = await ownWalk(tx, walkId, by);
  const known = await pointById(tx, id);
  if (known) {
    refuseOtherThan(known, { ...input, walkId });
    return { result: known, audit: [] };
  }
  if (walk.state === 'cancelled') throw CANCELLED();
  const points = await pointsOfWalk(tx, walkId);
  if (points.length >= atMost) throw full(atMost);
  await refuseFarPlace(tx, input.lonLat);
  refusePersonalTexts(textsOf(input), noteConfirmed);
  const number = (points.at(-1)?.number ?? 0) + 1;
  const point: StoredPoint = { ...input, id, walkId, number, revision: 1 };
  await insertPoint(tx, point);
  return { result: point, audit: auditOf('walk.point-add', point) };
}

/** @throws Problem not-found; changed-meanwhile with the point as it stands; invalid-input; personal-data-in-note */
export async function updatePoint(
  tx: Executor,
  id: Uuid,
  { noteConfirmed, ...input }: PointInput & Confirmed,
  ifRevision: number,
  { by }: Circumstances,
): Promise<Done<StoredPoint>> {
  const { point: known } = await ownPoint(tx, id, by);
  if (known.revision !== ifRevision) throw new Problem('changed-meanwhile', [], { ...known });
  await refuseFarPlace(tx, input.lonLat);
  refusePersonalTexts(textsOf(input), noteConfirmed, textsOf(known));
  const point = { ...known, ...input, revision: known.revision + 1 };
  await replacePoint(tx, point);
  return { result: point, audit: auditOf('walk.point-update', point) };
}

/**
 * A new answer stands beside those before it; none is changed.
 * @throws Problem not-found; invalid-input (a day to come); personal-data-in-note; id-reused
 */
export async function answerPoint(
  tx: Executor,
  pointId: Uuid,
  { noteConfirmed, ...input }: Omit<PointAnswer, 'pointId' | 'number'> & Confirmed,
  { by, now, calendar }: Circumstances,
): Promise<Done<PointAnswer>> {
  await ownPoint(tx, pointId, by);
  const known = await answerById(tx, input.id);
  if (known) {
    refuseOtherThan(known, { ...input, pointId });
    return { result: known, audit: [] };
  }
  if (input.answeredOn > localDateOf(calendar, now)) throw NOT_YET();
  refusePersonalTexts({ '/text': input.text }, noteConfirmed);
  const number = (await answersOfPoint(tx, pointId)).length + 1;
  const answer = { ...input, pointId, number };
  await insertAnswer(tx, answer);
  const detail = { number };
  return {
    result: answer,
    audit: { action: 'walk.answer', entity: 'walk-point', entityId: pointId, detail },
  };
}

const textsOf = ({ text, ownerName, statusReason }: PointInput) => ({
  '/text': text,
  '/ownerName': ownerName,
  '/statusReason': statusReason,
});

const auditOf = (
  action: 'walk.point-add' | 'walk.point-update',
  { id, walkId, number, status }: StoredPoint,
): AuditEntry => ({
  action,
  entity: 'walk-point',
  entityId: id,
  detail: { walkId, number, status },
});

async function refuseFarPlace(tx: Executor, lonLat: LonLat | null): Promise<void> {
  if (lonLat === null) return;
  const { center } = await theArea(tx);
  if (distanceM(center, lonLat) <= FURTHEST_M) return;
  throw fieldProblem('invalid-input', '/lonLat', {
    sv: 'Platsen ligger över 50 km från områdets mitt: kontrollera koordinaterna.',
    en: 'The place is over 50 km from the area’s centre: check the coordinates.',
  });
}

const CANCELLED = () =>
  fieldProblem('not-acceptable-state', ':id', {
    sv: 'Vandringen är inställd: ändra läget innan du lägger till punkter.',
    en: 'The walk has been cancelled: change its state before adding points.',
  });

const full = (atMost: number) =>
  fieldProblem('not-acceptable-state', ':id', {
    sv: `Vandringen har redan ${atMost} punkter: slå ihop några.`,
    en: `The walk has ${atMost} points already: join some.`,
  });

const NOT_YET = () =>
  fieldProblem('invalid-input', '/answeredOn', {
    sv: 'Svaret kan inte ha kommit efter i dag.',
    en: 'The answer cannot have come after today.',
  });
