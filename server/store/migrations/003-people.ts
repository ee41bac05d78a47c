/** Accounts, sessions, who is in which patrol, and the append-only audit log. */
import type { Kysely } from 'kysely';
import { makeAppendOnly } from '../sqlite.ts';
import {
  index,
  integer,
  key,
  optionalReference,
  optionalText,
  part,
  reference,
  table,
  text,
} from './columns.ts';

export const people = {
  async up(db: Kysely<unknown>): Promise<void> {
    await accounts(db);
    await table(db, 'patrol_member', {
      patrol_id: part('patrol.id'),
      user_id: reference('user.id'),
      joined_at: integer,
    })
      .addPrimaryKeyConstraint('patrol_member_key', ['patrol_id', 'user_id'])
      .execute();
    await audit(db);
  },
};

async function accounts(db: Kysely<unknown>): Promise<void> {
  await table(db, 'user', {
    id: key,
    username: text,
    display_name: text,
    role: text,
    municipality: optionalReference('municipality.code'),
    password_hash: optionalText,
    trial: integer,
    disabled: integer,
    revision: integer,
    created_at: integer,
  })
    .addUniqueConstraint('user_username', ['username'])
    .execute();
  await table(db, 'session', {
    token_hash: key,
    user_id: part('user.id'),
    created_at: integer,
    last_seen_at: integer,
    expires_at: integer,
  }).execute();
  await index(db, 'session', ['user_id']);
  await table(db, 'sign_in_link', {
    token_hash: key,
    user_id: part('user.id'),
    expires_at: integer,
  }).execute();
}

async function audit(db: Kysely<unknown>): Promise<void> {
  await table(db, 'audit', {
    seq: { type: 'integer', build: (column) => column.primaryKey() },
    at: integer,
    actor_id: optionalText,
    actor: optionalText,
    role: optionalText,
    action: text,
    entity: text,
    entity_id: optionalText,
    detail: text,
    prev_hash: text,
    hash: text,
  }).execute();
  await makeAppendOnly(db, 'audit');
}
