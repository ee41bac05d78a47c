import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { KEPT_MS, openPointStore } from '../../../web/gps/point-store.ts';

const point = (at: number) => ({ at, lonLat: [16.59, 59.06] as const, accuracyM: 8 });
const NOW = Date.parse('2026-11-27T21:00:00Z');

test('points wait in order of time, and are gone when the server has answered for them', async () => {
  const store = await openPointStore('order');
  for (const at of [NOW + 20, NOW, NOW + 10]) await store.add(point(at));
  const first = await store.oldest(2);
  expect(first.map(({ at }) => at)).toEqual([NOW, NOW + 10]);
  await store.remove(first);
  expect(await store.oldest(9)).toEqual([point(NOW + 20)]);
});

test('what has waited longer than a shift is dropped, and it is told how many', async () => {
  const store = await openPointStore('bound');
  for (const at of [NOW, NOW + 1, NOW + 2]) await store.add(point(at));
  expect(await store.add(point(NOW + KEPT_MS + 2))).toBe(2);
  expect((await store.oldest(9)).map(({ at }) => at)).toEqual([NOW + 2, NOW + KEPT_MS + 2]);
});

test('another account on the same phone sees none of it', async () => {
  await (await openPointStore('anna')).add(point(NOW));
  const other = await openPointStore('bo');
  expect(await other.oldest(9)).toEqual([]);
  await other.keepFact('withdrawn', true);
  expect(await (await openPointStore('anna')).readFact('withdrawn')).toBeNull();
});

test('clearing forgets the points and not that the consent was withdrawn', async () => {
  const store = await openPointStore('clear');
  await store.add(point(NOW));
  await store.keepFact('withdrawn', true);
  await store.clear();
  expect(await store.oldest(9)).toEqual([]);
  expect(await store.readFact('withdrawn')).toBe(true);
});
