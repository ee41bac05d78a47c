/** Steps that the tests of safety walks share. */
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import type { Client } from '../support/server.ts';

/** A walk in the evening of 1 December 2026, with its meetings two weeks before and after. */
export function walkBody(change: object = {}) {
  return {
    id: uuid(),
    municipality: '0482',
    title: 'Stationen',
    state: 'planned',
    before: { startsAt: '2026-11-17T17:00:00Z', place: 'Biblioteket' },
    walk: { startsAt: '2026-12-01T18:00:00Z', place: 'Stationshuset' },
    after: { startsAt: '2026-12-15T17:00:00Z', place: 'Biblioteket' },
    route: {
      type: 'LineString',
      coordinates: [
        [16.588, 59.057],
        [16.59, 59.0585],
      ],
    },
    ...change,
  };
}

export function pointBody(change: object = {}) {
  return {
    id: uuid(),
    category: 'light',
    lonLat: [16.589, 59.058],
    text: 'Lampan vid gångtunneln lyser inte',
    owner: 'municipality',
    ownerName: 'Gatuenheten',
    dueDate: '2026-12-31',
    ...change,
  };
}

export async function planWalk(by: Client, change: object = {}): Promise<WireReply<'createWalk'>> {
  const reply = await by.call('createWalk', { body: walkBody(change) });
  expect(reply.status, reply.text).toBe(201);
  return reply.body;
}

export async function addPoint(
  by: Client,
  walkId: string,
  change: object = {},
): Promise<WireReply<'addWalkPoint'>> {
  const sent = { params: { id: walkId }, body: pointBody(change) };
  const reply = await by.call('addWalkPoint', sent);
  expect(reply.status, reply.text).toBe(201);
  return reply.body;
}

export async function readWalk(by: Client, id: string): Promise<WireReply<'getWalk'>> {
  const reply = await by.call('getWalk', { params: { id } });
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
}
