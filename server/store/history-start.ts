/** When the recorded work began: the first visit or planned visit. */
import type { EpochMs } from '#core/model.ts';
import type { Executor } from './database.ts';

/** Null for a database without any. */
export async function historyStart(db: Executor): Promise<EpochMs | null> {
  const visit = await db
    .selectFrom('visit_version')
    .select((eb) => eb.fn.min('started_at').as('first'))
    .where('is_current', '=', 1)
    .executeTakeFirst();
  const planned = await db
    .selectFrom('planned_visit')
    .select((eb) => eb.fn.min('starts_at').as('first'))
    .executeTakeFirst();
  const starts = [visit?.first, planned?.first].filter((at) => at !== null && at !== undefined);
  return starts.length === 0 ? null : Math.min(...starts);
}
