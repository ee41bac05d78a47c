/** Area, municipalities, hot spots with their borders and time windows. */
import type { Kysely } from 'kysely';
import { index, integer, key, optionalText, real, reference, table, text } from './columns.ts';

export const places = {
  async up(db: Kysely<unknown>): Promise<void> {
    await table(db, 'area', { id: key, name: text, center_lon: real, center_lat: real }).execute();
    await table(db, 'municipality', {
      code: key,
      area_id: reference('area.id'),
      name: text,
    }).execute();
    await table(db, 'installation', { key, value: text }).execute();
    await hotSpots(db);
    await timeWindows(db);
  },
};

async function hotSpots(db: Kysely<unknown>): Promise<void> {
  await table(db, 'hot_spot', {
    id: key,
    municipality: reference('municipality.code'),
    code: text,
    name: text,
    why_here: text,
    why_source: text,
    review_date: optionalText,
    priority: integer,
    wanted_gap_hours: integer,
    tags: text,
    status: text,
    revision: integer,
  })
    .addUniqueConstraint('hot_spot_code', ['municipality', 'code'])
    .execute();
  await table(db, 'hot_spot_version', {
    id: key,
    hot_spot_id: reference('hot_spot.id'),
    number: integer,
    valid_from: integer,
    geometry: text,
    area_ha: real,
    perimeter_m: real,
  })
    .addUniqueConstraint('hot_spot_version_number', ['hot_spot_id', 'number'])
    .execute();
}

async function timeWindows(db: Kysely<unknown>): Promise<void> {
  await table(db, 'time_window', {
    id: key,
    hot_spot_id: reference('hot_spot.id'),
    weekdays: text,
    start: text,
    end: text,
    exceptions: text,
    date_from: optionalText,
    date_to: optionalText,
    doses: integer,
    dwell_min: integer,
    counts_from_min: integer,
    ceiling_min: integer,
    min_gap_min: integer,
    crew: integer,
    valid_from: text,
    valid_to: optionalText,
  }).execute();
  await index(db, 'time_window', ['hot_spot_id']);
}
