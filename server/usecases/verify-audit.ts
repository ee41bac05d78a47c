/** Walks the audit chain from its first row and names the first that does not hold. */
import { auditRowsAfter, GENESIS, hashOf } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';

export type ChainVerdict =
  | { readonly ok: true; readonly rows: number; readonly last: string }
  | { readonly ok: false; readonly seq: number; readonly why: string };

const BATCH = 1000;

export async function verifyAudit(db: Executor): Promise<ChainVerdict> {
  let seq = 0;
  let hash = GENESIS;
  // From below the first number: a row slipped in there is shown with the others.
  for (let after = Number.MIN_SAFE_INTEGER; ; after = seq) {
    const rows = await auditRowsAfter(db, after, BATCH);
    for (const row of rows) {
      if (row.seq < 1) return { ok: false, seq: row.seq, why: 'it was put in before the first' };
      if (row.seq !== seq + 1) return { ok: false, seq: seq + 1, why: 'the row is missing' };
      if (row.prev_hash !== hash) {
        return { ok: false, seq: row.seq, why: 'it is not chained to the row before it' };
      }
      if (hashOf(row) !== row.hash) return { ok: false, seq: row.seq, why: 'it has been changed' };
      seq = row.seq;
      hash = row.hash;
    }
    if (rows.length < BATCH) return { ok: true, rows: seq, last: hash };
  }
}
