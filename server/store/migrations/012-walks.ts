/** Safety walks: their meetings and route, the points raised, answers, photos, and the windows that points led to. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../sqlite.ts';
import {
  blob,
  index,
  integer,
  key,
  optionalInteger,
  optionalReal,
  optionalReference,
  optionalText,
  reference,
  table,
  text,
} from './columns.ts';

export const walks = {
  async up(db: Kysely<unknown>): Promise<void> {
    await walkTable(db);
    await points(db);
    await ofPoints(db);
  },
};

async function walkTable(db: Kysely<unknown>): Promise<void> {
  await table(db, 'walk', {
    id: key,
    municipality: reference('municipality.code'),
    title: text,
    state: text,
    before_at: optionalInteger,
    before_place: text,
    starts_at: integer,
    place: text,
    after_at: optionalInteger,
    after_place: text,
    evening_said: optionalInteger,
    route: optionalText,
    participants: optionalInteger,
    checks_walk_id: optionalReference('walk.id'),
    date: text,
    evening: integer,
    length_m: optionalInteger,
    revision: integer,
  }).execute();
  await index(db, 'walk', ['municipality', 'date']);
  await index(db, 'walk', ['checks_walk_id']);
}

async function points(db: Kysely<unknown>): Promise<void> {
  await table(db, 'walk_point', {
    id: key,
    walk_id: reference('walk.id'),
    number: integer,
    category: text,
    lon: optionalReal,
    lat: optionalReal,
    text,
    owner: text,
    owner_name: text,
    due_date: optionalText,
    status: text,
    status_reason: text,
    revision: integer,
  })
    .addUniqueConstraint('walk_point_number', ['walk_id', 'number'])
    .execute();
}

async function ofPoints(db: Kysely<unknown>): Promise<void> {
  await table(db, 'walk_answer', {
    id: key,
    point_id: reference('walk_point.id'),
    number: integer,
    answered_on: text,
    text,
  })
    .addUniqueConstraint('walk_answer_number', ['point_id', 'number'])
    .execute();
  await makeAppendOnly(db, 'walk_answer');
  await table(db, 'walk_photo', {
    id: key,
    point_id: reference('walk_point.id'),
    width: integer,
    height: integer,
    jpeg: blob,
  }).execute();
  await index(db, 'walk_photo', ['point_id']);
  await table(db, 'walk_point_window', {
    window_id: { type: 'text', build: (it) => it.primaryKey().references('time_window.id') },
    point_id: reference('walk_point.id'),
  }).execute();
  await index(db, 'walk_point_window', ['point_id']);
}
