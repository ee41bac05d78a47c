/** Whether an officer has agreed to have positions kept. Rows are only added: what held when can always be told. */
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';

/** Since when the officer's consent holds; null: it was never given or has been withdrawn. */
export async function consentGivenAt(db: Executor, userId: Uuid): Promise<EpochMs | null> {
  const row = await db
    .selectFrom('gps_consent')
    .select(['given', 'at'])
    .where('user_id', '=', userId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.given === 1 ? row.at : null;
}

export async function insertConsent(
  tx: Executor,
  userId: Uuid,
  given: boolean,
  at: EpochMs,
): Promise<void> {
  const row = { user_id: userId, given: given ? 1 : 0, at } as const;
  await tx.insertInto('gps_consent').values(row).execute();
}
