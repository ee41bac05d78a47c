/** A Friday night in Flen laid out over the API: six places over the whole night, patrols, a plan put there by hand. */
import { v7 as uuid } from 'uuid';
import { expect } from 'vitest';
import type { Client, TestServer } from '../../support/server.ts';

/** 19:00 in Flen, before the shift. */
export const FRIDAY_EVENING = Date.parse('2026-11-27T18:00:00Z');
/** With Hammarvallen for the bus station, which touches Resecentrum here: the brief reckons five minutes' walk a visit. */
const SIX = ['R1', 'R2', 'C1', 'C3', 'S1', 'H1'] as const;
export type Code = (typeof SIX)[number];

const WEEK = 7 * 24 * 3_600_000;

/** The instant of a time of the night, or of the Friday night so many weeks before: 22:00 is on Friday, 01:30 on Saturday. */
export function nightTime(time: string, weeksAgo = 0): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const sinceMidnight = (hour < 12 ? hour + 24 : hour) * 60 + minute;
  return Date.parse('2026-11-26T23:00:00Z') + sinceMidnight * 60_000 - weeksAgo * WEEK;
}

const iso = (time: string, weeksAgo = 0): string =>
  new Date(nightTime(time, weeksAgo)).toISOString();

interface Feature {
  readonly id: string;
  readonly properties: { readonly code: string; readonly revision: number };
}

/** Each of the six places wants so many doses in one window over the whole night; the others want none. */
export async function wantDoses(lead: Client, doses: number): Promise<void> {
  const { features }: { features: Feature[] } = (await lead.call('listHotSpots')).body;
  for (const { id, properties } of features) {
    const window = { id: uuid(), weekdays: [5], start: '21:00', end: '07:00', doses };
    const reply = await lead.call('setWindows', {
      params: { id },
      body: { windows: SIX.some((code) => code === properties.code) ? [window] : [] },
      ifMatch: properties.revision,
    });
    expect(reply.status, reply.text).toBe(200);
  }
}

export interface Night {
  readonly weeksAgo: number;
  readonly lead: Client;
  readonly shiftId: string;
  readonly patrolIds: readonly string[];
}

/** A shift 21–07 with so many patrols from 31-1410 on, and two doses wanted at each of the six places. */
export async function layOutNight(
  server: TestServer,
  patrols: number,
  weeksAgo = 0,
): Promise<Night> {
  server.setClock(FRIDAY_EVENING - weeksAgo * WEEK);
  const lead = await server.as('planner');
  await wantDoses(lead, 2);
  const { base }: { base: object } = (await lead.call('getSettings')).body;
  const shiftId = uuid();
  const patrolIds = Array.from({ length: patrols }, () => uuid());
  const span = { startsAt: iso('21:00', weeksAgo), endsAt: iso('07:00', weeksAgo) };
  const [earliest, latest] = [iso('00:30', weeksAgo), iso('02:30', weeksAgo)];
  const duty = { ...span, officers: 2, base, break: { durationMin: 30, earliest, latest } };
  const body = {
    id: shiftId,
    municipality: '0482',
    ...span,
    patrols: patrolIds.map((id, index) => ({ id, callSign: `31-14${index + 1}0`, ...duty })),
  };
  const reply = await lead.call('createShift', { body });
  expect(reply.status, reply.text).toBe(201);
  return { weeksAgo, lead, shiftId, patrolIds };
}

interface Planning {
  readonly plan: { readonly id: string; readonly revision: number } | null;
  readonly demands: readonly { readonly hotSpotId: string; readonly windowId: string }[];
}

export type Put = readonly [code: Code, patrol: number, start: string];

/** Puts exactly these visits of a quarter of an hour into the shift's draft. */
export async function putPlan(night: Night, visits: readonly Put[]) {
  const { weeksAgo, lead, shiftId, patrolIds } = night;
  const { features }: { features: Feature[] } = (await lead.call('listHotSpots')).body;
  const planning: Planning = (await lead.call('getPlanning', { params: { id: shiftId } })).body;
  const reply = await lead.call('saveDraft', {
    params: { id: shiftId },
    body: {
      planId: uuid(),
      breaks: [],
      visits: visits.map(([code, patrol, start]) => {
        const hotSpotId = features.find(({ properties }) => properties.code === code)?.id;
        const windowId = planning.demands.find((one) => one.hotSpotId === hotSpotId)?.windowId;
        const startsAt = iso(start, weeksAgo);
        const endsAt = new Date(nightTime(start, weeksAgo) + 15 * 60_000).toISOString();
        const patrolId = patrolIds[patrol];
        const ids = { id: uuid(), slotId: uuid(), patrolId, hotSpotId, windowId };
        return { ...ids, startsAt, endsAt, pinned: false };
      }),
    },
    ifMatch: planning.plan?.revision ?? 0,
  });
  expect(reply.status, reply.text).toBe(200);
}

export async function publishPlan({ lead, shiftId }: Night): Promise<void> {
  const { plan }: Planning = (await lead.call('getPlanning', { params: { id: shiftId } })).body;
  const reply = await lead.call('publishPlan', {
    params: { id: plan?.id ?? '' },
    ifMatch: plan?.revision ?? 0,
  });
  expect(reply.status, reply.text).toBe(200);
}
