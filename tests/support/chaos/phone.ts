/** A phone: the app's own outbox and sender on an IndexedDB of its own, with a clock that may be off. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { SyncAnswer, WireOutboxItem } from '../../../web/outbox/item.ts';
import { createSender, type Sender } from '../../../web/outbox/sender.ts';
import { type OutboxStore, openOutboxStore } from '../../../web/outbox/store.ts';

export interface PhoneParts {
  readonly account: string;
  /** Milliseconds that its clock is ahead of the true time. */
  readonly ahead: number;
  /** The text of the answer to a body. @throws where nothing came back */
  readonly post: (body: string) => Promise<string>;
  readonly random: () => number;
}

export interface Phone {
  /** Resolves when it is on disk. */
  readonly press: (items: readonly WireOutboxItem[]) => Promise<void>;
  /** The app is killed, also while it sends, and opened again. */
  readonly restart: () => Promise<void>;
  readonly store: () => OutboxStore;
  readonly wake: () => Promise<void>;
  readonly stop: () => void;
}

/** The back-off of minutes runs in milliseconds here. */
const QUICKER = 200;

export async function startPhone(parts: PhoneParts): Promise<Phone> {
  const disk = new IDBFactory();
  const clock = () => Date.now() + parts.ahead;
  let line: Promise<void> = Promise.resolve();
  const alone = (work: () => Promise<void>): Promise<void> => {
    const turn = line.then(work);
    line = turn.catch(() => {});
    return turn;
  };
  const send = async (items: readonly WireOutboxItem[]): Promise<readonly SyncAnswer[]> => {
    const sentAt = new Date(clock()).toISOString();
    const text = await parts.post(JSON.stringify({ account: parts.account, sentAt, items }));
    return (JSON.parse(text) as { answers: SyncAnswer[] }).answers;
  };
  const open = async (): Promise<{ store: OutboxStore; sender: Sender }> => {
    globalThis.indexedDB = disk;
    const store = await openOutboxStore(parts.account);
    const sender = createSender({
      store,
      send,
      alone,
      later: (work, ms) => {
        const timer = setTimeout(work, ms / QUICKER);
        return () => clearTimeout(timer);
      },
      clock,
      random: parts.random,
      changed: () => {},
      ended: () => {},
      needsSignIn: () => false,
    });
    void sender.wake();
    return { store, sender };
  };
  let app = await open();
  return {
    press: async (items) => {
      await app.store.add(items);
      void app.sender.wake();
    },
    restart: async () => {
      app.sender.stop();
      app.store.close();
      app = await open();
    },
    store: () => app.store,
    wake: () => app.sender.wake(),
    stop: () => app.sender.stop(),
  };
}
