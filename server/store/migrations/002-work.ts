/** Shifts, plans and visits. Planned and delivered are separate records, linked by the slot. */
import { type Kysely, sql } from 'kysely';
import {
  index,
  integer,
  key,
  optionalInteger,
  optionalText,
  part,
  real,
  reference,
  table,
  text,
} from './columns.ts';

export const work = {
  async up(db: Kysely<unknown>): Promise<void> {
    await shifts(db);
    await plans(db);
    await visits(db);
  },
};

async function shifts(db: Kysely<unknown>): Promise<void> {
  await table(db, 'shift', {
    id: key,
    municipality: reference('municipality.code'),
    date: text,
    starts_at: integer,
    ends_at: integer,
    revision: integer,
  }).execute();
  await index(db, 'shift', ['date']);
  await table(db, 'patrol', {
    id: key,
    shift_id: part('shift.id'),
    position: integer,
    call_sign: text,
    officers: integer,
    starts_at: integer,
    ends_at: integer,
    base: text,
    break: optionalText,
    unavailable: text,
  }).execute();
  await index(db, 'patrol', ['shift_id']);
}

async function plans(db: Kysely<unknown>): Promise<void> {
  await table(db, 'plan', {
    id: key,
    shift_id: part('shift.id'),
    number: integer,
    status: text,
    seed: integer,
    iterations: integer,
    value: real,
    unmet: text,
    breaks: text,
    created_by: text,
    created_at: integer,
    published_at: optionalInteger,
    revision: integer,
  })
    .addUniqueConstraint('plan_number', ['shift_id', 'number'])
    .execute();
  await table(db, 'planned_visit', {
    id: key,
    plan_id: part('plan.id'),
    slot_id: text,
    patrol_id: text,
    hot_spot_id: reference('hot_spot.id'),
    window_id: text,
    starts_at: integer,
    ends_at: integer,
    pinned: integer,
    reasons: text,
  }).execute();
  await index(db, 'planned_visit', ['plan_id']);
  await index(db, 'planned_visit', ['slot_id']);
  await index(db, 'planned_visit', ['hot_spot_id', 'starts_at']);
  await table(db, 'planned_loss', {
    slot_id: key,
    reason: text,
    recorded_by: text,
    recorded_at: integer,
  }).execute();
}

async function visits(db: Kysely<unknown>): Promise<void> {
  await table(db, 'visit_version', {
    id: key,
    visit_id: text,
    number: integer,
    is_current: integer,
    kind: text,
    reason: text,
    recorded_by: text,
    recorded_at: integer,
    hot_spot_id: reference('hot_spot.id'),
    hot_spot_version_id: reference('hot_spot_version.id'),
    patrol_id: optionalText,
    slot_id: optionalText,
    started_at: integer,
    ended_at: optionalInteger,
    officers: integer,
    source: text,
    late: integer,
    contacts: integer,
    actions: integer,
    observations: integer,
    interventions: integer,
    note: text,
    voided: integer,
  })
    .addUniqueConstraint('visit_version_number', ['visit_id', 'number'])
    .execute();
  await currentVisitIndexes(db);
}

/** Partial indexes: nearly every question is about the current versions alone. */
async function currentVisitIndexes(db: Kysely<unknown>): Promise<void> {
  const onCurrent = (name: string, columns: string[]) =>
    db.schema
      .createIndex(name)
      .on('visit_version')
      .columns(columns)
      .where(sql<boolean>`is_current = 1`);
  await onCurrent('visit_current', ['visit_id']).unique().execute();
  await onCurrent('visit_current_by_place', ['hot_spot_id', 'started_at']).execute();
  await onCurrent('visit_current_by_time', ['started_at']).execute();
  await onCurrent('visit_current_by_patrol', ['patrol_id']).execute();
  await onCurrent('visit_current_by_slot', ['slot_id']).execute();
}
