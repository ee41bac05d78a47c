/** The sender on a real IndexedDB, with a server that a test plays. */
import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { backOffMs } from '../../../web/outbox/back-off.ts';
import type { SyncAnswer, WireOutboxItem } from '../../../web/outbox/item.ts';
import { createSender } from '../../../web/outbox/sender.ts';
import { type OutboxStore, openOutboxStore } from '../../../web/outbox/store.ts';

let store: OutboxStore;
beforeEach(async () => {
  store = await openOutboxStore(uuid());
});

const start = (visitId: string): WireOutboxItem => ({
  id: uuid(),
  madeAt: '2026-11-27T21:00:00.000Z',
  skewMs: 0,
  kind: 'create-visit',
  body: { id: visitId, hotSpotId: 'R1', patrolId: null, startedAt: '2026-11-27T21:00:00.000Z' },
});
const end = (visitId: string): WireOutboxItem => ({
  ...start(visitId),
  kind: 'change-visit',
  visitId,
  body: { id: uuid(), basedOn: 1, kind: 'end', endedAt: '2026-11-27T21:15:00.000Z' },
});

const done = ({ id }: WireOutboxItem): SyncAnswer => ({ id, status: 'done', visit: null });
const refused = ({ id }: WireOutboxItem, status = 422): SyncAnswer =>
  ({ id, status: 'refused', problem: { code: 'invalid-input', status } }) as unknown as SyncAnswer;
const waits = ({ id }: WireOutboxItem): SyncAnswer => ({ id, status: 'waits' });

interface Round {
  readonly sent: readonly (readonly WireOutboxItem[])[];
  readonly tries: number;
}

/** Wakes the sender once against answers given in turn. */
async function wakeOnce(
  ...answers: readonly ((items: readonly WireOutboxItem[]) => readonly SyncAnswer[])[]
): Promise<Round> {
  const sent: (readonly WireOutboxItem[])[] = [];
  let tries = 0;
  const sender = createSender({
    store,
    send: async (items) => {
      sent.push(items);
      const answer = answers[sent.length - 1];
      if (!answer) throw new Error('no network');
      return answer(items);
    },
    alone: (work) => work(),
    later: () => {
      tries += 1;
      return () => {};
    },
    clock: () => 0,
    random: () => 0,
    changed: () => {},
    ended: () => {},
    needsSignIn: (error) => error instanceof Error && error.message === 'signed out',
  });
  await sender.wake();
  return { sent, tries };
}

const states = async () => (await store.all()).map(({ state }) => state);

test('what could not be sent stays, and is tried again by itself', async () => {
  await store.add([start('a')]);
  expect((await wakeOnce()).tries).toBe(1);
  expect(await states()).toEqual(['waiting']);
});

test('what is acknowledged waits no longer, in the order in which it was pressed', async () => {
  const items = [start('a'), end('a'), start('b')];
  await store.add(items);
  const { sent } = await wakeOnce((batch) => batch.map(done));
  expect(sent).toEqual([items]);
  expect(await states()).toEqual(['done', 'done', 'done']);
});

test('signed out, the outbox waits for somebody to sign in', async () => {
  await store.add([start('a')]);
  const { tries } = await wakeOnce(() => {
    throw new Error('signed out');
  });
  expect(tries).toBe(0);
  expect(await states()).toEqual(['waiting']);
});

test('behind a refused item its followers wait, and other visits go on', async () => {
  await store.add([start('a'), end('a')]);
  await wakeOnce(([first, second]) => [refused(first!), waits(second!)]);
  await store.add([start('b')]);
  const { sent } = await wakeOnce((batch) => batch.map(done));
  expect(sent.flat().map(({ kind }) => kind)).toEqual(['create-visit']);
  expect(await states()).toEqual(['refused', 'waiting', 'done']);
});

test('the server’s own fault refuses nothing: the item is tried again later, the others are taken in', async () => {
  await store.add([start('a'), start('b')]);
  const { tries } = await wakeOnce(([first, second]) => [refused(first!, 500), done(second!)]);
  expect(tries).toBe(1);
  expect(await states()).toEqual(['waiting', 'done']);
});

test('a hundred presses go in batches of fifty', async () => {
  await store.add(Array.from({ length: 100 }, (_, index) => start(String(index))));
  const all = (batch: readonly WireOutboxItem[]) => batch.map(done);
  expect((await wakeOnce(all, all)).sent.map(({ length }) => length)).toEqual([50, 50]);
});

test('what was acknowledged before a reply was asked for is forgotten, the rest is not', async () => {
  await store.add([start('a'), start('b')]);
  const [a, b] = (await store.all()).map(({ item }) => item.id);
  const to = (answeredAt: number) => ({ state: 'done', visit: null, answeredAt }) as const;
  await store.settle([
    { id: a!, to: to(10) },
    { id: b!, to: to(30) },
  ]);
  await store.forget(20);
  expect((await store.all()).map(({ item }) => item.id)).toEqual([b]);
});

test('the tries grow rarer up to five minutes, and are spread', () => {
  expect([0, 1, 2, 20].map((failures) => backOffMs(failures, 0))).toEqual([
    2_000, 4_000, 8_000, 300_000,
  ]);
  expect(backOffMs(1, 1)).toBe(2_000);
});
