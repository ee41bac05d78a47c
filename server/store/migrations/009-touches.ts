/** What officers answer and do on their phones: that they are still at a place, and that they are called away. */
import type { Kysely } from 'kysely';

export const touches = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('visit_version').addColumn('confirmed_at', 'integer').execute();
    await db.schema.alterTable('plan').addColumn('replanned_by', 'text').execute();
  },
};
