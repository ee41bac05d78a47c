/** A patrol may have a car: it drives between hot spots that are far apart on foot. */
import type { Kysely } from 'kysely';

export const patrolCar = {
  async up(db: Kysely<unknown>): Promise<void> {
    const patrol = db.schema.alterTable('patrol');
    await patrol.addColumn('has_car', 'integer', (it) => it.notNull().defaultTo(0)).execute();
  },
};
