/** How a plan was sought: rounds among plans nearly as good as the best, strands, and the greatest value found. */
import type { Kysely } from 'kysely';

export const planSearch = {
  async up(db: Kysely<unknown>): Promise<void> {
    const plan = db.schema.alterTable('plan');
    await plan.addColumn('varied', 'integer', (it) => it.notNull().defaultTo(0)).execute();
    await plan.addColumn('strands', 'integer', (it) => it.notNull().defaultTo(1)).execute();
    await plan.addColumn('best_value', 'real').execute();
  },
};
