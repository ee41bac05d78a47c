/** What comes from phones' outboxes: the phone's own clock beside the true time, and a receipt for each item. */
import type { Kysely } from 'kysely';
import { integer, key, optionalText, table, text } from './columns.ts';

export const outbox = {
  async up(db: Kysely<unknown>): Promise<void> {
    const versions = db.schema.alterTable('visit_version');
    await versions.addColumn('noted_at', 'integer').execute();
    await versions.addColumn('skew_ms', 'integer').execute();
    await table(db, 'outbox_receipt', {
      item_id: key,
      content: text,
      visit_id: optionalText,
      received_at: integer,
    }).execute();
  },
};
