/** The outbox on disk: one IndexedDB per account. Nothing here knows of the page, so that tests run it under Node. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ItemState, KeptItem, WireOutboxItem } from './item.ts';

export interface Settled {
  readonly id: string;
  readonly to: ItemState;
}

export interface OutboxStore {
  /** In the order of the presses. */
  readonly all: () => Promise<KeptItem[]>;
  /** Resolves when they are on disk. */
  readonly add: (items: readonly WireOutboxItem[]) => Promise<void>;
  /** All or none; items that are gone are passed over. */
  readonly settle: (settled: readonly Settled[]) => Promise<void>;
  /** Puts others in the place of what somebody has decided on, at the end of the line; all or none. */
  readonly replace: (gone: readonly string[], items: readonly WireOutboxItem[]) => Promise<void>;
  /** Forgets what was acknowledged before an instant of this device's clock. */
  readonly forget: (answeredBefore: number) => Promise<void>;
  readonly close: () => void;
}

interface Row {
  readonly id: string;
  readonly item: WireOutboxItem;
  readonly state: ItemState;
}

interface Outbox extends DBSchema {
  item: { key: number; value: Row; indexes: { id: string } };
}

const VERSION = 1;
/** The browser answers when the operating system has it on disk, not before. */
const ON_DISK = { durability: 'strict' } as const;

interface Trouble {
  /** The browser has closed the database: storage cleared or evicted under our feet. */
  readonly onLost?: () => void;
  /** The database did not exist. */
  readonly onMade?: () => void;
}

/** @throws DOMException where the browser refuses storage */
export async function openOutboxStore(
  account: string,
  { onLost, onMade }: Trouble = {},
): Promise<OutboxStore> {
  const db = await openDB<Outbox>(`fotspar-${account}`, VERSION, {
    upgrade: (made) => {
      made.createObjectStore('item', { autoIncrement: true }).createIndex('id', 'id');
      onMade?.();
    },
    // Another tab that wants a newer version must not wait for this one.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    terminated: () => onLost?.(),
  });
  return {
    all: () => readAll(db),
    add: (items) => change(db, [], items),
    settle: (settled) => settle(db, settled),
    replace: (gone, items) => change(db, gone, items),
    forget: (before) => forget(db, before),
    close: () => db.close(),
  };
}

async function readAll(db: IDBPDatabase<Outbox>): Promise<KeptItem[]> {
  const tx = db.transaction('item');
  const [seqs, rows] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
  return rows.map(({ item, state }, index) => ({ ...state, item, seq: seqs[index] ?? 0 }));
}

async function change(
  db: IDBPDatabase<Outbox>,
  gone: readonly string[],
  items: readonly WireOutboxItem[],
): Promise<void> {
  const tx = db.transaction('item', 'readwrite', ON_DISK);
  for (const id of gone) {
    const seq = await tx.store.index('id').getKey(id);
    if (seq !== undefined) await tx.store.delete(seq);
  }
  for (const item of items) await tx.store.add({ id: item.id, item, state: { state: 'waiting' } });
  await tx.done;
}

async function settle(db: IDBPDatabase<Outbox>, settled: readonly Settled[]): Promise<void> {
  const tx = db.transaction('item', 'readwrite', ON_DISK);
  for (const { id, to } of settled) {
    const cursor = await tx.store.index('id').openCursor(id);
    // What somebody has decided on meanwhile, in another tab, is not brought back.
    if (cursor) await cursor.update({ ...cursor.value, state: to });
  }
  await tx.done;
}

async function forget(db: IDBPDatabase<Outbox>, before: number): Promise<void> {
  const tx = db.transaction('item', 'readwrite');
  for await (const cursor of tx.store) {
    const { state } = cursor.value;
    if (state.state === 'done' && state.answeredAt < before) await cursor.delete();
  }
  await tx.done;
}
