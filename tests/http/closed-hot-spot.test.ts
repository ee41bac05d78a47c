/** What coverage says of a hot spot that has been closed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '#contract/api.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { HOUR_MS } from '#core/calendar/duration.ts';
import {
  operationalDateOf,
  SWEDISH_RULES,
  startOfOperationalDate,
} from '#core/calendar/local-time.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Days that a hot spot is open before it is closed, in the middle of an operational day. */
const OPEN_DAYS = 10;

let server: TestServer;
let closedId: string;
let drawnOn: string;
const instantOn = (days: number) =>
  startOfOperationalDate(SWEDISH_RULES, addDays(drawnOn, days)) + 8 * HOUR_MS;

beforeAll(async () => {
  server = await startTestServer();
  drawnOn = operationalDateOf(SWEDISH_RULES, server.clock());
  server.setClock(instantOn(OPEN_DAYS));
  const planner = await server.as('planner');
  const places = await hotSpots(server.services.db.reader);
  closedId = places[0]!.id;
  for (const { id, revision } of places) {
    const body = { status: 'closed' };
    await planner.call('updateHotSpot', { params: { id }, ifMatch: revision, body });
  }
});
afterAll(() => server.stop());

async function reportOf(from: number, to: number, asOf: number) {
  server.setClock(instantOn(asOf));
  const chief = await server.as('chief');
  const query = { from: addDays(drawnOn, from), to: addDays(drawnOn, to) };
  return (await chief.call('getCoverage', { query })).body as Reply<'getCoverage'>;
}

describe('a hot spot that is closed', () => {
  it('keeps what it had promised, and promises nothing from the day on which it is closed', async () => {
    const before = await reportOf(0, OPEN_DAYS - 1, OPEN_DAYS);
    const after = await reportOf(0, 30, 40);
    expect(before.totals.promised.doses).toBeGreaterThan(0);
    expect(after.totals.promised).toEqual(before.totals.promised);
  });

  it('has no windows, and waits to be given some', async () => {
    const chief = await server.as('chief');
    const { body } = await chief.call('getHotSpot', { params: { id: closedId } });
    expect(body).toMatchObject({ properties: { status: 'closed', windows: [] } });
  });

  it('is missed by nobody: its gaps end where its promises do', async () => {
    const { totals } = await reportOf(0, 30, 40);
    expect(totals.longestGapHours).toBeLessThanOrEqual(OPEN_DAYS * 24);
  });

  it('says nothing of the time after', async () => {
    const { totals, hotSpots: listed } = await reportOf(20, 30, 40);
    expect(listed).toEqual([]);
    expect(totals.longestGapHours).toBeNull();
    expect(totals.dosesPerDay).toBeNull();
  });
});
