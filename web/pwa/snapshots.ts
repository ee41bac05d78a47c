/** The server's last replies, kept for when it cannot be reached: one IndexedDB per account, so that another account sees none of it. */
import { signal } from '@preact/signals';
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import type { EpochMs } from '#core/model.ts';
import { lastAccount } from '../state/last-account.ts';
import { storageFailed, storageWorked } from './storage.ts';

interface Kept {
  readonly reply: unknown;
  /** By this device's clock. */
  readonly keptAt: EpochMs;
}

interface Snapshots extends DBSchema {
  /** By route and key, such as `getMyShift:`. */
  reply: { key: string; value: Kept };
}

const VERSION = 1;
const PREFIX = 'fotspar-snapshots-';
const opened = new Map<string, Promise<IDBPDatabase<Snapshots>>>();

/** When each reply that this page has kept or read back came from the server. */
export const keptAt = signal<Partial<Record<RouteName, EpochMs>>>({});

/** Null while nobody is signed in. */
function database(): Promise<IDBPDatabase<Snapshots>> | null {
  const account = lastAccount();
  if (account === null) return null;
  const name = `${PREFIX}${account}`;
  const known = opened.get(name) ?? openDB<Snapshots>(name, VERSION, { upgrade, blocking });
  opened.set(name, known);
  return known;
}

function upgrade(db: IDBPDatabase<Snapshots>): void {
  db.createObjectStore('reply');
}

/** Another tab signs out and deletes the database: it need not wait for this one. */
function blocking(_current: number, _blocked: number | null, event: IDBVersionChangeEvent): void {
  (event.target as IDBDatabase).close();
}

/** Keeps a reply on the device. Where storage is refused the reply is not kept, and the screen works without. */
export async function keepSnapshot(name: RouteName, key: string, reply: unknown): Promise<void> {
  const now = Date.now();
  try {
    await (await database())?.put('reply', { reply, keptAt: now }, `${name}:${key}`);
    keptAt.value = { ...keptAt.peek(), [name]: now };
    storageWorked();
  } catch (error) {
    // The page goes on with what it has in memory.
    storageFailed(error);
  }
}

/** The reply that was kept last; null: none, or storage is refused. */
export async function readSnapshot<N extends RouteName>(
  name: N,
  key: string,
): Promise<WireReply<N> | null> {
  try {
    const kept = await (await database())?.get('reply', `${name}:${key}`);
    if (!kept) return null;
    keptAt.value = { ...keptAt.peek(), [name]: kept.keptAt };
    return kept.reply as WireReply<N>;
  } catch {
    return null;
  }
}

/** Deletes what is kept of every account but one; null: of all. */
export async function forgetSnapshots(but: string | null): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== `${PREFIX}${but}`);
  await Promise.all(others.map(forget));
}

async function forget(name: string): Promise<void> {
  (await opened.get(name))?.close();
  opened.delete(name);
  await deleteDB(name);
}
