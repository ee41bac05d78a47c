/** When the officers last answered that they were still at the place: a version `stay` of a visit says so. */
import type { Kysely } from 'kysely';

export const stillThere = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('visit_version').addColumn('confirmed_at', 'integer').execute();
  },
};
