/** The outbox of whoever is signed in, as the screens see it: press, read, and what keeps it from being sent. */
import { computed, effect, signal } from '@preact/signals';
import { subjectOf } from '#contract/outbox.ts';
import { ApiProblem } from '../api.ts';
import { session } from '../state/session.ts';
import type { KeptItem, RefusedItem, WireOutboxItem } from './item.ts';
import { safeStore } from './safe-store.ts';
import { createSender, type Sender } from './sender.ts';
import { type OutboxStore, openOutboxStore } from './store.ts';
import { announceChange, forgetWaiting, hadWaiting, noteWaiting, onChange } from './tabs.ts';
import { sendBatch } from './transport.ts';
import { askForBackgroundSync, listenForNetwork } from './wakes.ts';

/** `refused`: the browser gives no storage. `full`: no more of it. `lost`: it has cleared what was there. */
export type StorageTrouble = 'refused' | 'full' | 'lost';

export const items = signal<readonly KeptItem[]>([]);
export const storageTrouble = signal<StorageTrouble | null>(null);
/** What stopped the last round; null: nothing. */
export const stoppedBy = signal<unknown>(null);
export const isSending = signal(false);

export const waiting = computed(() => items.value.filter(({ state }) => state === 'waiting'));
export const refused = computed(() =>
  items.value.filter((one): one is RefusedItem => one.state === 'refused'),
);
/** What is not at the server yet: visits and planned visits by id. */
export const unsent = computed(
  () =>
    new Set(items.value.filter(({ state }) => state !== 'done').map(({ item }) => subjectOf(item))),
);

interface Opened {
  readonly store: OutboxStore;
  readonly sender: Sender;
  readonly close: () => void;
}

let opened: { readonly account: string; readonly outbox: Promise<Opened> } | null = null;

let isStarted = false;

/** Opens the outbox of whoever signs in and closes it when they sign out. */
export function startOutbox(): void {
  if (isStarted) return;
  isStarted = true;
  effect(() => {
    const account = session.value?.user.id;
    if (opened?.account === account) return;
    const before = opened;
    items.value = [];
    opened = account === undefined ? null : { account, outbox: open(account) };
    void before?.outbox.then(({ close }) => close());
  });
}

async function open(account: string): Promise<Opened> {
  const disk = await openDisk(account);
  const store = safeStore(disk, (error) => {
    storageTrouble.value = isFull(error) ? 'full' : 'refused';
  });
  const show = async (): Promise<void> => {
    const kept = await store.all();
    if (opened?.account === account) items.value = kept;
    noteWaiting(account, kept.filter(({ state }) => state !== 'done').length);
  };
  const sender = createSender({
    store,
    send: (batch) => sendBatch(account, batch),
    alone: (work) => alone(account, work),
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    clock: () => Date.now(),
    random: () => Math.random(),
    changed: () => {
      void show();
      announceChange(account);
    },
    ended: (stopped) => {
      isSending.value = false;
      stoppedBy.value = stopped;
      if (stopped !== null) void askForBackgroundSync();
    },
    needsSignIn: (error) => error instanceof ApiProblem && error.code === 'signed-out',
  });
  const stopListening = listenForNetwork(() => void wake(sender));
  const stopHearing = onChange(account, () => void show());
  await show();
  void wake(sender);
  const close = () => {
    stopListening();
    stopHearing();
    sender.stop();
    store.close();
  };
  return { store, sender, close };
}

async function openDisk(account: string): Promise<OutboxStore | null> {
  const lost = () => {
    storageTrouble.value = 'lost';
  };
  try {
    const onMade = () => {
      if (hadWaiting(account)) lost();
      forgetWaiting(account);
    };
    return await openOutboxStore(account, { onLost: lost, onMade });
  } catch {
    storageTrouble.value = 'refused';
    return null;
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/** One tab sends at a time. Without locks two may, which the server takes as one. */
async function alone(account: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(`fotspar-outbox-${account}`, work);
}

function wake(sender: Sender): Promise<void> {
  isSending.value = true;
  return sender.wake();
}

async function current(): Promise<Opened> {
  startOutbox();
  if (!opened) throw new Error('nobody is signed in');
  return opened.outbox;
}

/** Puts what a button did into the outbox. Resolves when it is on disk, and lets the sending go on by itself. */
export async function press(...pressed: readonly WireOutboxItem[]): Promise<void> {
  await decide([], pressed);
}

/** Puts others in the place of what somebody has decided on. */
export async function decide(
  gone: readonly string[],
  pressed: readonly WireOutboxItem[],
): Promise<void> {
  const { store, sender } = await current();
  if (gone.length === 0) await store.add(pressed);
  else await store.replace(gone, pressed);
  items.value = await store.all();
  if (opened) {
    noteWaiting(opened.account, items.value.filter(({ state }) => state !== 'done').length);
    announceChange(opened.account);
  }
  void wake(sender);
}

/** Tries to send now; resolves when the try is over, whatever came of it. */
export async function flush(): Promise<void> {
  await wake((await current()).sender);
}

/** A reply that was asked for at an instant of this device's clock shows all that was acknowledged before. */
export async function forgetShown(askedAt: number): Promise<void> {
  if (!items.value.some((one) => one.state === 'done' && one.answeredAt < askedAt)) return;
  const { store } = await current();
  await store.forget(askedAt);
  items.value = await store.all();
}
