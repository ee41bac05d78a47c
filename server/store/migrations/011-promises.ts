/** The promise ledger: promises and activities in versions, figures by hand, surveys, and the weekly focus. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../sqlite.ts';
import {
  index,
  integer,
  key,
  optionalInteger,
  optionalReal,
  optionalReference,
  optionalText,
  real,
  reference,
  table,
  text,
} from './columns.ts';

export const promises = {
  async up(db: Kysely<unknown>): Promise<void> {
    await promiseVersions(db);
    await activityVersions(db);
    await figures(db);
    await weeklyFocus(db);
  },
};

const recorded = { recorded_by: text, recorded_at: integer };
const strike = { struck_at: optionalInteger, struck_by: optionalText, strike_reason: text };

async function promiseVersions(db: Kysely<unknown>): Promise<void> {
  await table(db, 'promise_version', {
    id: key,
    promise_id: text,
    number: integer,
    municipality: reference('municipality.code'),
    promise_number: integer,
    sentence: text,
    owner: text,
    measure: text,
    source: text,
    narrowing: text,
    target: optionalReal,
    evening_target: optionalReal,
    date_from: text,
    date_to: text,
    withdrawn: integer,
    reason: text,
    ...recorded,
  })
    .addUniqueConstraint('promise_version_number', ['promise_id', 'number'])
    .execute();
  await index(db, 'promise_version', ['municipality']);
  await makeAppendOnly(db, 'promise_version');
}

async function activityVersions(db: Kysely<unknown>): Promise<void> {
  await table(db, 'activity_version', {
    id: key,
    activity_id: text,
    number: integer,
    municipality: reference('municipality.code'),
    kind: text,
    date: text,
    start: text,
    end: text,
    minutes: integer,
    place: text,
    hot_spot_id: optionalReference('hot_spot.id'),
    adults: integer,
    struck: integer,
    reason: text,
    ...recorded,
  })
    .addUniqueConstraint('activity_version_number', ['activity_id', 'number'])
    .execute();
  await index(db, 'activity_version', ['municipality', 'date']);
  await makeAppendOnly(db, 'activity_version');
}

async function figures(db: Kysely<unknown>): Promise<void> {
  await table(db, 'promise_figure', {
    id: key,
    promise_id: text,
    date: text,
    value: real,
    source: text,
    ...recorded,
    ...strike,
  }).execute();
  await index(db, 'promise_figure', ['promise_id', 'date']);
  await table(db, 'survey_figure', {
    id: key,
    municipality: reference('municipality.code'),
    survey: text,
    year: integer,
    question: text,
    percent: real,
    low: optionalReal,
    high: optionalReal,
    answers: integer,
    source: text,
    ...recorded,
    ...strike,
  }).execute();
  await index(db, 'survey_figure', ['municipality', 'year']);
}

async function weeklyFocus(db: Kysely<unknown>): Promise<void> {
  await table(db, 'weekly_focus', {
    id: key,
    hot_spot_id: reference('hot_spot.id'),
    date_from: text,
    date_to: text,
    reason: text,
    source: text,
    ...recorded,
    ended_on: optionalText,
    ended_by: optionalText,
  }).execute();
  await index(db, 'weekly_focus', ['date_from']);
}
