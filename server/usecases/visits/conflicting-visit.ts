/** Another visit of the same patrol that a new one cannot stand beside without a word: one that goes on, or the same presence logged twice. */
import type { EpochMs, TimeSpan, Uuid, Visit } from '#core/model.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { visitsOfPatrol } from '../../store/visits.ts';
import { visitReply } from './visit-reply.ts';

interface OfPatrol {
  readonly id: Uuid;
  readonly patrolId: Uuid | null;
}

/** @throws Problem visit-open, with the patrol's open visit as `current` */
export async function refuseSecondOpen(tx: Executor, { id, patrolId }: OfPatrol): Promise<void> {
  if (patrolId === null) return;
  const open = (await visitsOfPatrol(tx, patrolId)).find((visit) => visit.endedAt === null);
  if (!open || open.id === id) return;
  const said = { sv: 'Patrullen har ett pågående besök.', en: 'The patrol has an open visit.' };
  throw new Problem('visit-open', [{ field: '/patrolId', said }], visitReply(open));
}

interface SameElsewhere extends OfPatrol {
  readonly hotSpotId: Uuid;
  readonly span: TimeSpan;
}

/**
 * A patrol cannot be in one place twice at once: two phones have logged the same presence, or the patrol has split.
 * @throws Problem visit-twice, with the visit that is there already as `current`
 */
export async function refuseTwice(tx: Executor, visit: SameElsewhere, now: EpochMs): Promise<void> {
  if (visit.patrolId === null) return;
  const there = (await visitsOfPatrol(tx, visit.patrolId)).find(
    (other) =>
      other.id !== visit.id && other.hotSpotId === visit.hotSpotId && overlaps(other, visit, now),
  );
  if (there) throw new Problem('visit-twice', [], visitReply(there));
}

const overlaps = (other: Visit, { span }: SameElsewhere, now: EpochMs): boolean =>
  other.startedAt < span.to && span.from < (other.endedAt ?? Math.max(now, other.startedAt + 1));
