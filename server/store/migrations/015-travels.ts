/** A patrol goes on foot, with a car or on bicycles. */
import { type Kysely, sql } from 'kysely';

export const travels = {
  async up(db: Kysely<unknown>): Promise<void> {
    const patrol = db.schema.alterTable('patrol');
    await patrol.addColumn('travels', 'text', (it) => it.notNull().defaultTo('foot')).execute();
    await sql`update patrol set travels = 'car' where has_car = 1`.execute(db);
    await db.schema.alterTable('patrol').dropColumn('has_car').execute();
  },
};
