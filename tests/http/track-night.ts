/** A Friday night whose patrol carries a phone: one shift, two patrols, a published plan. */
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { RouteName } from '#contract/paths.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

/** 03:00 on Saturday in Flen, after the walk. */
export const NOW = Date.parse('2026-11-28T02:00:00Z');

/** The instant so many minutes after 22:00 on Friday. */
export const minute = (minutes: number): string =>
  new Date(Date.parse('2026-11-27T21:00:00Z') + minutes * 60_000).toISOString();

export interface TrackNight {
  readonly server: TestServer;
  readonly officer: Client;
  readonly patrolId: string;
  readonly otherPatrolId: string;
  /** The place with the largest area, and what of it is published for the patrol at 22:05. */
  readonly place: { readonly id: string; readonly geometry: never };
  readonly slotId: string;
}

export interface Logged {
  readonly id: string;
  readonly versionNumber: number;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly source: string;
  readonly slotId: string | null;
  readonly patrolId: string | null;
  readonly voided: boolean;
}

interface Place {
  readonly id: string;
  readonly geometry: never;
  readonly properties: { readonly revision: number; readonly areaHa: number };
}

async function done<T>(client: Client, name: RouteName, sent: object): Promise<T> {
  const reply = await client.call(name, sent);
  expect(reply.status, `${name}: ${reply.text}`).toBeLessThan(300);
  return reply.body;
}

export async function layOutTrackNight(): Promise<TrackNight> {
  const server = await startTestServer();
  server.setClock(Date.parse('2026-11-27T18:00:00Z'));
  const lead = await server.as('planner');
  const { features } = await done<{ features: Place[] }>(lead, 'listHotSpots', {});
  const [place] = features.toSorted(
    (one, other) => other.properties.areaHa - one.properties.areaHa,
  );
  if (!place) throw new Error('no hot spot');
  const window = { id: uuid(), weekdays: [5], start: '21:00', end: '07:00', doses: 2 };
  const edit = { params: { id: place.id }, ifMatch: place.properties.revision };
  await done(lead, 'setWindows', { ...edit, body: { windows: [window] } });
  const [patrolId, otherPatrolId, shiftId, slotId] = [uuid(), uuid(), uuid(), uuid()];
  const times = { startsAt: minute(-60), endsAt: minute(540) };
  const base = { name: 'Stationen', lonLat: [16.58, 59.05] };
  const patrols = [
    { id: patrolId, callSign: '31-1410', base, ...times },
    { id: otherPatrolId, callSign: '31-1420', base, ...times },
  ];
  await done(lead, 'createShift', {
    body: { id: shiftId, municipality: '0482', ...times, patrols },
  });
  const visit = { id: uuid(), slotId, patrolId, hotSpotId: place.id, windowId: window.id };
  const visits = [{ ...visit, startsAt: minute(5), endsAt: minute(20), pinned: false }];
  const draft = await done<{ id: string; revision: number }>(lead, 'saveDraft', {
    params: { id: shiftId },
    ifMatch: 0,
    body: { planId: uuid(), breaks: [], visits },
  });
  await done(lead, 'publishPlan', { params: { id: draft.id }, ifMatch: draft.revision });
  server.setClock(NOW);
  const officer = await server.as('patrol');
  return { server, officer, patrolId, otherPatrolId, place, slotId };
}

/** Visits of the night as the log has them, newest first. */
export async function visitsInLog(officer: Client, hotSpotId: string): Promise<Logged[]> {
  const query = { from: '2026-11-27', to: '2026-11-27', hotSpotId };
  const { visits } = await done<{ visits: Logged[] }>(officer, 'listVisits', { query });
  return visits;
}
