/** Tertial pages: what was counted, what is written of it, who has signed, and what was published. */
import type { Kysely } from 'kysely';
import { integer, key, optionalInteger, optionalText, reference, table, text } from './columns.ts';

export const publications = {
  async up(db: Kysely<unknown>): Promise<void> {
    await table(db, 'publication', {
      id: key,
      municipality: reference('municipality.code'),
      tertial: text,
      version: integer,
      revision: integer,
      report: text,
      texts: text,
      texted_by: optionalText,
      signatures: text,
      published: optionalText,
      created_at: integer,
      published_at: optionalInteger,
    })
      .addUniqueConstraint('publication_version', ['municipality', 'tertial', 'version'])
      .execute();
  },
};
