/** Mitt pass without network: the server's last word with the outbox on top. */
import { describe, expect, test } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import type { ItemState, KeptItem, WireOutboxItem } from '../../../web/outbox/item.ts';
import { projectShift } from '../../../web/outbox/project-shift.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 27, 21, minute)).toISOString();
const now = Date.parse(at(60));

const reply = {
  now: at(0),
  shift: null,
  patrolId: 'patrol',
  planNumber: 1,
  windows: [],
  visits: [],
  stops: [
    {
      slotId: 'slot',
      patrolId: 'patrol',
      hotSpotId: 'R1',
      windowId: 'window',
      startsAt: at(30),
      endsAt: at(45),
      latestStartAt: at(180),
      state: 'planned',
      loss: null,
    },
  ],
} as unknown as WireReply<'getMyShift'>;

let seq = 0;
const kept = (item: object, state: ItemState = { state: 'waiting' }): KeptItem => ({
  ...state,
  seq: (seq += 1),
  item: { id: `item-${seq}`, madeAt: at(31), skewMs: 0, ...item } as WireOutboxItem,
});

const started = (body: object = {}) =>
  kept({
    kind: 'create-visit',
    body: { id: 'visit', hotSpotId: 'R1', patrolId: 'patrol', startedAt: at(31), ...body },
  });
const changed = (body: object) => kept({ kind: 'change-visit', visitId: 'visit', body });
const ended = () => changed({ id: 'v2', basedOn: 1, kind: 'end', endedAt: at(46) });

const shown = (items: readonly KeptItem[], from = reply) =>
  projectShift(from, items, { now, thresholdsOf: () => undefined });

describe('a visit that is only on the phone', () => {
  test('goes on, and makes its stop go on', () => {
    const { visits, stops } = shown([started()]);
    expect(visits).toMatchObject([{ id: 'visit', versionNumber: 1, slotId: 'slot' }]);
    expect(stops[0]?.state).toBe('ongoing');
  });

  test('ends with the version that the server will give it, and its stop is done', () => {
    const { visits, stops } = shown([started(), ended()]);
    expect(visits).toMatchObject([{ versionNumber: 2, endedAt: at(46) }]);
    expect(stops[0]?.state).toBe('done');
  });

  test('is gone when it is voided, and its stop waits again', () => {
    const withdrawn = changed({ id: 'v3', basedOn: 2, kind: 'void', reason: 'fel' });
    const { visits, stops } = shown([started(), ended(), withdrawn]);
    expect(visits).toEqual([]);
    expect(stops[0]?.state).toBe('ready');
  });

  test('that the server has refused is no part of the shift until somebody has decided', () => {
    const refused = { ...started(), state: 'refused', problem: {} } as KeptItem;
    expect(shown([refused, ended()]).visits).toEqual([]);
  });
});

test('what the server has taken in is not done once more', () => {
  const visit = { ...shown([started(), ended()]).visits[0], versionNumber: 4, note: 'rättad' };
  const from = { ...reply, visits: [visit] } as unknown as typeof reply;
  expect(shown([started(), ended()], from).visits).toEqual([visit]);
});

test('a stop that is lost and found again says so at once', () => {
  const lost = kept({ kind: 'record-loss', slotId: 'slot', body: { reason: 'call-out' } });
  expect(shown([lost]).stops).toMatchObject([{ state: 'missed', loss: 'call-out' }]);
  const found = kept({ kind: 'withdraw-loss', slotId: 'slot' });
  expect(shown([lost, found]).stops).toMatchObject([{ loss: null }]);
});

test('a stop grows late by the clock, whatever the server said last', () => {
  const later = { now: Date.parse(at(215)), thresholdsOf: () => undefined };
  expect(projectShift(reply, [], later).stops[0]?.state).toBe('missed');
});

test('another patrol’s stops are not shown for one’s own', () => {
  const joined = kept({ kind: 'join-patrol', body: { patrolId: 'other' } });
  expect(shown([joined])).toMatchObject({ patrolId: 'other', stops: [], visits: [] });
});
