import { expect, test } from 'vitest';
import { loggedAs } from '#core/positions/match-logged.ts';

const minutes = (count: number) => count * 60_000;
const found = {
  hotSpotId: 'R1',
  from: minutes(10),
  to: minutes(25),
  openStart: false,
  openEnd: false,
};
const visit = (id: string, hotSpotId: string, from: number, to: number | null) => ({
  id,
  hotSpotId,
  startedAt: minutes(from),
  endedAt: to === null ? null : minutes(to),
});
const NOW = minutes(60);

test('a visit that the track tells is the logged one of the same place and time', () => {
  expect(loggedAs(found, [visit('a', 'R1', 11, 24)], NOW)).toBe('a');
});

test('another place, or another time, is another visit', () => {
  const others = [visit('a', 'C2', 10, 25), visit('b', 'R1', 25, 40), visit('c', 'R1', 0, 10)];
  expect(loggedAs(found, others, NOW)).toBeNull();
});

test('of two it is the one that shares the most time', () => {
  const both = [visit('before', 'R1', 5, 13), visit('during', 'R1', 14, 30)];
  expect(loggedAs(found, both, NOW)).toBe('during');
});

test('one that goes on reaches until now', () => {
  expect(loggedAs(found, [visit('open', 'R1', 20, null)], NOW)).toBe('open');
});
