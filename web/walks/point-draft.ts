/** A point as its form has it, and sending it so that nothing is lost and nothing doubled where the network is poor. */
import { v7 as uuid } from 'uuid';
import type { WireInput, WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import type { Point } from './state.ts';
import { sendNew } from './use-sending.ts';

type PointBody = Required<Omit<WireInput<'updateWalkPoint'>['body'], 'noteConfirmed'>>;

export interface PointDraft extends PointBody {
  /** Made with the form, so that sending it twice makes one point. */
  readonly id: string;
  /** Of the point that it was begun from, which somebody else may have changed since; null: a new one. */
  readonly revision: number | null;
}

export const blankPoint = (): PointDraft => ({
  id: uuid(),
  revision: null,
  category: 'light',
  lonLat: null,
  text: '',
  owner: 'municipality',
  ownerName: '',
  dueDate: null,
  status: 'open',
  statusReason: '',
});

export const pointDraftOf = (point: Point): PointDraft => ({
  id: point.id,
  revision: point.revision,
  category: point.category,
  lonLat: point.lonLat,
  text: point.text,
  owner: point.owner,
  ownerName: point.ownerName,
  dueDate: point.dueDate,
  status: point.status,
  statusReason: point.statusReason,
});

export type SavedPoint = WireReply<'addWalkPoint'>;

export async function sendPoint(
  walkId: string,
  { id, revision, ...said }: PointDraft,
  noteConfirmed: boolean,
): Promise<SavedPoint> {
  const statusReason = said.status === 'will-not-be-done' ? said.statusReason : '';
  const body = { ...said, statusReason, noteConfirmed };
  const change = (ifMatch: number) => call('updateWalkPoint', { params: { id }, body, ifMatch });
  if (revision !== null) return change(revision);
  const params = { id: walkId };
  return sendNew(() => call('addWalkPoint', { params, body: { id, ...body } }), change);
}
