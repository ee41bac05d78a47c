/** The server's last replies, kept for when it cannot be reached: one IndexedDB per account, so that another account sees none of it. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { session } from '../state/session.ts';

interface Snapshots extends DBSchema {
  /** By route and key, such as `getMyShift:`. */
  reply: { key: string; value: unknown };
}

const VERSION = 1;
const opened = new Map<string, Promise<IDBPDatabase<Snapshots>>>();

/** Null while nobody is signed in. */
function database(): Promise<IDBPDatabase<Snapshots>> | null {
  const account = session.value?.user.id;
  if (account === undefined) return null;
  const name = `fotspar-replies-${account}`;
  const known = opened.get(name) ?? openDB<Snapshots>(name, VERSION, { upgrade });
  opened.set(name, known);
  return known;
}

function upgrade(db: IDBPDatabase<Snapshots>): void {
  db.createObjectStore('reply');
}

/** Keeps a reply on the device. Where storage is refused the reply is not kept, and the screen works without. */
export async function keepSnapshot(name: RouteName, key: string, reply: unknown): Promise<void> {
  try {
    await (await database())?.put('reply', reply, `${name}:${key}`);
  } catch {
    // The page goes on with what it has in memory.
  }
}

/** The reply that was kept last; null: none, or storage is refused. */
export async function readSnapshot<N extends RouteName>(
  name: N,
  key: string,
): Promise<WireReply<N> | null> {
  try {
    const kept = await (await database())?.get('reply', `${name}:${key}`);
    return (kept as WireReply<N> | undefined) ?? null;
  } catch {
    return null;
  }
}
