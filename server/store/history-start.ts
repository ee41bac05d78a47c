/** When the recorded work began, and when each hot spot was first drawn. */
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';

/** The first visit or planned visit; null for a database without any. */
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

/** From when each hot spot's first border holds. */
export async function firstBorders(db: Executor): Promise<Map<Uuid, EpochMs>> {
  const rows = await db
    .selectFrom('hot_spot_version')
    .select((eb) => ['hot_spot_id', eb.fn.min('valid_from').as('first')])
    .groupBy('hot_spot_id')
    .execute();
  return new Map(rows.map(({ hot_spot_id, first }) => [hot_spot_id, first]));
}
