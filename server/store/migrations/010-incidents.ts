/** Incidents that were imported, without persons, and the versions of the table that weighs their categories. */
import { type Kysely, sql } from 'kysely';
import { makeAppendOnly } from '../sqlite.ts';
import {
  index,
  integer,
  key,
  optionalInteger,
  part,
  real,
  reference,
  table,
  text,
} from './columns.ts';

/**
 * Where a fresh installation begins: orders of magnitude of our own, in days, to be replaced by the table that the
 * authority chooses. They are not the Swedish Crime Harm Index, and the name says so on every report.
 */
const FIRST_CATEGORIES = [
  { code: 'robbery', name: 'Rån', weight: 500, words: ['rån', 'robbery'] },
  {
    code: 'violence',
    name: 'Våld',
    weight: 60,
    words: ['misshandel', 'våld', 'assault', 'battery'],
  },
  { code: 'threat', name: 'Hot och ofredande', weight: 20, words: ['hot', 'ofredande', 'threat'] },
  { code: 'burglary', name: 'Inbrott', weight: 90, words: ['inbrott', 'burglary'] },
  { code: 'vehicle', name: 'Fordonsbrott', weight: 20, words: ['fordon', 'bil', 'vehicle', 'veh'] },
  { code: 'theft', name: 'Stöld', weight: 10, words: ['stöld', 'snatteri', 'theft', 'larceny'] },
  { code: 'damage', name: 'Skadegörelse', weight: 5, words: ['skadegörelse', 'klotter', 'vandal'] },
  { code: 'drugs', name: 'Narkotika', weight: 15, words: ['narkotika', 'narcotic', 'drug'] },
  {
    code: 'disorder',
    name: 'Ordningsstörning',
    weight: 2,
    words: ['ordning', 'fylleri', 'störning'],
  },
  { code: 'other', name: 'Övrigt', weight: 1, words: [] },
];

export const incidents = {
  async up(db: Kysely<unknown>): Promise<void> {
    await table(db, 'harm_table', {
      version: { type: 'integer', build: (column) => column.primaryKey() },
      name: text,
      categories: text,
      made_at: integer,
    }).execute();
    const first = JSON.stringify(FIRST_CATEGORIES);
    await sql`insert into harm_table (version, name, categories, made_at)
      values (1, 'Fotspårs startvärden (inte Swedish CHI)', ${first}, 0)`.execute(db);
    await makeAppendOnly(db, 'harm_table');
    await table(db, 'incident_import', {
      id: key,
      municipality: reference('municipality.code'),
      file_name: text,
      source: text,
      format: text,
      harm_version: { type: 'integer', build: (column) => column.notNull() },
      counts: text,
      first_at: integer,
      last_at: integer,
      imported_at: integer,
      withdrawn_at: optionalInteger,
    }).execute();
    await table(db, 'incident', {
      municipality: text,
      likeness: text,
      import_id: part('incident_import.id'),
      category: text,
      from_at: integer,
      to_at: optionalInteger,
      lon: real,
      lat: real,
      count: integer,
    })
      .addPrimaryKeyConstraint('incident_key', ['municipality', 'likeness'])
      .execute();
    await index(db, 'incident', ['municipality', 'from_at']);
    await index(db, 'incident', ['import_id']);
  },
};
