/**
 * What promises and activities have in common: a chain of versions, of which none is overwritten, and changes that may be
 * sent again without being made again.
 */
import type { EpochMs, Uuid } from '#core/model.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { Circumstances } from '../use-case.ts';

interface OfVersion {
  /** The version's own id, so that sending the change twice makes one. */
  readonly id: Uuid;
  readonly basedOn: number;
}

interface Explained {
  readonly reason: string;
  readonly noteConfirmed: boolean;
}

/** @template TakeBack what it is called to take the thing out of the count, with a reason */
export type Change<Terms, TakeBack extends string> = OfVersion &
  (
    | ({ readonly change: 'edit' } & Explained & Terms)
    | ({ readonly change: TakeBack } & Explained)
    | { readonly change: 'restore' }
  );

interface Version {
  readonly id: Uuid;
  readonly versionId: Uuid;
  readonly versionNumber: number;
  readonly reason: string;
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
}

/** The head of the first version: it has the id of the thing itself. */
export const firstVersion = (id: Uuid, { by, now }: Circumstances): Version => ({
  id,
  versionId: id,
  versionNumber: 1,
  reason: '',
  recordedBy: by.id,
  recordedAt: now,
});

/**
 * The version that a change makes; null: it was made when the change came the first time.
 * @param sent the version that has the change's id already
 * @throws Problem id-reused; changed-meanwhile; and what `changed` throws
 */
export async function nextVersion<V extends Version>(
  current: V,
  sent: Version | null,
  change: OfVersion,
  changed: () => Promise<V>,
  { by, now }: Circumstances,
): Promise<V | null> {
  if (sent) {
    if (sent.id !== current.id) throw new Problem('id-reused');
    return null;
  }
  if (change.basedOn !== current.versionNumber) throw new Problem('changed-meanwhile');
  return {
    ...(await changed()),
    versionId: change.id,
    versionNumber: current.versionNumber + 1,
    recordedBy: by.id,
    recordedAt: now,
  };
}

/** A change that the thing's state does not take. */
export const refusedChange = (sv: string, en: string): Problem =>
  fieldProblem('not-acceptable-state', '/change', { sv, en });
