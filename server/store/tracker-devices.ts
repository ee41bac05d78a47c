/** Tracker apps that may send an officer's positions. Only the hash of a token is kept. */
import type { Selectable } from 'kysely';
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { TrackerDeviceTable } from './schema.ts';
import { tokenHash } from './token-hash.ts';

export interface TrackerDevice {
  readonly id: Uuid;
  readonly userId: Uuid;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly revokedAt: EpochMs | null;
  readonly lastSeenAt: EpochMs | null;
}

/** An officer's devices, those that have been revoked too, newest first. */
export async function trackerDevices(db: Executor, userId: Uuid): Promise<TrackerDevice[]> {
  const query = db.selectFrom('tracker_device').selectAll().where('user_id', '=', userId);
  return (await query.orderBy('created_at', 'desc').execute()).map(toDevice);
}

export async function trackerDeviceById(db: Executor, id: Uuid): Promise<TrackerDevice | null> {
  const query = db.selectFrom('tracker_device').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toDevice(row) : null;
}

export async function trackerDeviceByToken(
  db: Executor,
  token: string,
): Promise<TrackerDevice | null> {
  const query = db.selectFrom('tracker_device').selectAll();
  const row = await query.where('token_hash', '=', tokenHash(token)).executeTakeFirst();
  return row ? toDevice(row) : null;
}

export async function insertTrackerDevice(
  tx: Executor,
  device: TrackerDevice,
  token: string,
): Promise<void> {
  await tx
    .insertInto('tracker_device')
    .values({
      id: device.id,
      user_id: device.userId,
      name: device.name,
      token_hash: tokenHash(token),
      created_at: device.createdAt,
      revoked_at: device.revokedAt,
      last_seen_at: device.lastSeenAt,
    })
    .execute();
}

/** The token that it had opens nothing any more. */
export async function replaceTrackerToken(tx: Executor, id: Uuid, token: string): Promise<void> {
  const change = { token_hash: tokenHash(token) };
  await tx.updateTable('tracker_device').set(change).where('id', '=', id).execute();
}

export async function revokeTrackerDevice(tx: Executor, id: Uuid, now: EpochMs): Promise<void> {
  await tx.updateTable('tracker_device').set({ revoked_at: now }).where('id', '=', id).execute();
}

export async function touchTrackerDevice(tx: Executor, id: Uuid, now: EpochMs): Promise<void> {
  await tx.updateTable('tracker_device').set({ last_seen_at: now }).where('id', '=', id).execute();
}

function toDevice(row: Selectable<TrackerDeviceTable>): TrackerDevice {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    lastSeenAt: row.last_seen_at,
  };
}
