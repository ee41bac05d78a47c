/** Positions that officers have agreed to, their consent, and the tracker apps that may send. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../sqlite.ts';
import {
  index,
  integer,
  key,
  optionalInteger,
  optionalReal,
  part,
  real,
  reference,
  table,
  text,
} from './columns.ts';

export const positions = {
  async up(db: Kysely<unknown>): Promise<void> {
    await table(db, 'gps_consent', {
      seq: { type: 'integer', build: (column) => column.primaryKey() },
      user_id: reference('user.id'),
      given: integer,
      at: integer,
    }).execute();
    await index(db, 'gps_consent', ['user_id']);
    await makeAppendOnly(db, 'gps_consent');
    await table(db, 'tracker_device', {
      id: key,
      user_id: part('user.id'),
      name: text,
      token_hash: text,
      created_at: integer,
      revoked_at: optionalInteger,
      last_seen_at: optionalInteger,
    })
      .addUniqueConstraint('tracker_device_token', ['token_hash'])
      .execute();
    await index(db, 'tracker_device', ['user_id']);
    await table(db, 'position', {
      user_id: part('user.id'),
      source: text,
      at: integer,
      lon: real,
      lat: real,
      accuracy_m: optionalReal,
      received_at: integer,
    })
      .addPrimaryKeyConstraint('position_key', ['user_id', 'source', 'at'])
      .execute();
    await index(db, 'position', ['at']);
  },
};
