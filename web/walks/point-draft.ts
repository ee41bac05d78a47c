/** A point as its form has it, and sending it so that nothing is lost and nothing doubled where the network is poor. */
import { v7 as uuid } from 'uuid';
import type { WireInput, WireReply } from '#contract/api.ts';
import { ApiProblem, call } from '../api.ts';
import type { Point } from './state.ts';

type PointBody = Required<Omit<WireInput<'updateWalkPoint'>['body'], 'noteConfirmed'>>;

export interface PointDraft extends PointBody {
  /** Made with the form, so that sending it twice makes one point. */
  readonly id: string;
}

export const blankPoint = (): PointDraft => ({
  id: uuid(),
  category: 'light',
  lonLat: null,
  text: '',
  owner: 'municipality',
  ownerName: '',
  dueDate: null,
  status: 'open',
  statusReason: '',
});

export function pointDraftOf(point: Point): PointDraft {
  const { id, category, lonLat, text, owner, ownerName, dueDate, status, statusReason } = point;
  return { id, category, lonLat, text, owner, ownerName, dueDate, status, statusReason };
}

interface Sent {
  readonly walkId: string;
  readonly draft: PointDraft;
  readonly noteConfirmed: boolean;
  /** The revision that was seen; null: a new point. */
  readonly revision: number | null;
}

export type SavedPoint = WireReply<'addWalkPoint'>;

export async function sendPoint({
  walkId,
  draft,
  noteConfirmed,
  revision,
}: Sent): Promise<SavedPoint> {
  const { id, ...said } = draft;
  const reason = said.status === 'will-not-be-done' ? said.statusReason : '';
  const body = { ...said, statusReason: reason, noteConfirmed };
  if (revision !== null)
    return call('updateWalkPoint', { params: { id }, body, ifMatch: revision });
  try {
    return await call('addWalkPoint', { params: { id: walkId }, body: { id, ...body } });
  } catch (error) {
    const known = isReused(error) ? await knownPoint(walkId, id) : null;
    if (!known) throw error;
    return call('updateWalkPoint', { params: { id }, body, ifMatch: known.revision });
  }
}

const isReused = (error: unknown) => error instanceof ApiProblem && error.code === 'id-reused';

/** An earlier press did reach the server, though its answer was lost; the words have changed since. */
async function knownPoint(walkId: string, id: string): Promise<Point | null> {
  const { points } = await call('getWalk', { params: { id: walkId } });
  return points.find((point) => point.id === id) ?? null;
}
