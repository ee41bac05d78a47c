/** Deletes positions: those that are too old, and an officer's own when asked. The log says how many, never where. */
import type { EpochMs } from '#core/model.ts';
import { type GpsRules, retentionCutoff } from '#core/positions/gps-rules.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import {
  deletePositionsBefore,
  deletePositionsOf,
  oldestPositionBefore,
} from '../../store/positions.ts';
import type { Circumstances } from '../use-case.ts';

interface Forgotten {
  readonly result: { readonly removed: number };
  readonly audit: readonly AuditEntry[];
}

const iso = (at: EpochMs): string => new Date(at).toISOString();

/** Whatever is older than the retention, of everybody; where nothing is, the log has no row. */
export async function forgetPositions(
  tx: Executor,
  { retentionDays }: Pick<GpsRules, 'retentionDays'>,
  now: EpochMs,
): Promise<Forgotten> {
  const cutoff = retentionCutoff(now, retentionDays);
  const oldest = await oldestPositionBefore(tx, cutoff);
  if (oldest === null) return { result: { removed: 0 }, audit: [] };
  const removed = await deletePositionsBefore(tx, cutoff);
  const detail = { removed, oldest: iso(oldest), cutoff: iso(cutoff) };
  return {
    result: { removed },
    audit: [{ action: 'position.forget', entity: 'position', entityId: null, detail }],
  };
}

/** All that is stored of the officer who asks, whatever the authority's switch says: it is theirs. */
export async function deleteOwnPositions(
  tx: Executor,
  { by }: Pick<Circumstances, 'by'>,
): Promise<Forgotten> {
  const removed = await deletePositionsOf(tx, by.id);
  const entry: AuditEntry = { action: 'position.delete', entity: 'user', entityId: by.id };
  return { result: { removed }, audit: [{ ...entry, detail: { removed } }] };
}
