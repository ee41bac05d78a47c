/** A visit that nobody ended: the system's estimate, and what the officers say when they are asked. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endForgottenVisits } from '../../server/jobs/end-forgotten-visits.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-27T21:00:00Z');
const iso = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();

let server: TestServer;
let officer: Client;
let lead: Client;
let places: readonly string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(START);
  officer = await server.as('patrol');
  lead = await server.as('planner');
  places = (await hotSpots(server.services.db.reader)).map(({ id }) => id);
});
afterAll(() => server.stop());

interface VisitBody {
  readonly id: string;
  readonly versionNumber: number;
  readonly endedAt: string | null;
  readonly source: string;
}

async function patrol(): Promise<string> {
  const patrolId = uuid();
  const span = { startsAt: iso(-60), endsAt: iso(480) };
  const base = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };
  const patrols = [{ id: patrolId, callSign: '31-1410', ...span, base }];
  await lead.call('createShift', { body: { id: uuid(), municipality: '0482', ...span, patrols } });
  return patrolId;
}

async function check(minutes: number, patrolId: string, more: object = {}): Promise<VisitBody> {
  server.setClock(START + minutes * MINUTE);
  const body = { id: uuid(), hotSpotId: places[0], patrolId, startedAt: iso(minutes), ...more };
  const reply = await officer.call('createVisit', { body });
  expect(reply.status, reply.text).toBe(201);
  return reply.body;
}

async function passMinutes(minutes: number): Promise<number> {
  server.setClock(START + minutes * MINUTE);
  return endForgottenVisits(server.services);
}

async function versionsOf({ id }: VisitBody): Promise<readonly (VisitBody & { kind: string })[]> {
  const { body } = await officer.call('getVisitHistory', { params: { id } });
  return (body as { versions: (VisitBody & { kind: string })[] }).versions;
}

const newest = async (visit: VisitBody) => (await versionsOf(visit)).at(-1);

const change = (visit: VisitBody, basedOn: number, body: object) =>
  officer.call('changeVisit', { params: { id: visit.id }, body: { id: uuid(), basedOn, ...body } });

test('ends after 25 minutes as estimated, once, and the log says that the system did it', async () => {
  const visit = await check(0, await patrol());
  expect(await passMinutes(24)).toBe(0);
  expect(await passMinutes(26)).toBe(1);
  expect(await newest(visit)).toMatchObject({
    kind: 'estimate',
    source: 'estimated',
    endedAt: iso(15),
  });
  expect(await passMinutes(40)).toBe(0);
  const { body } = await (await server.as('auditor')).call('listAudit', { query: { limit: 5 } });
  expect((body as { rows: object[] }).rows).toContainEqual(
    expect.objectContaining({ action: 'visit.estimate', actor: 'system', entityId: visit.id }),
  );
});

test('is told as estimated in the coverage report, and no longer once an officer has said when it ended', async () => {
  const query = { from: '2026-11-27', to: '2026-11-27' };
  const estimated = async (): Promise<number> => {
    const { body } = await (await server.as('chief')).call('getCoverage', { query });
    return (body as { totals: { bySource: { estimated: number } } }).totals.bySource.estimated;
  };
  const visit = await check(0, await patrol(), { hotSpotId: places[3] });
  await passMinutes(30);
  const told = await estimated();
  expect(told).toBeGreaterThan(0);
  await change(visit, 2, { kind: 'end', endedAt: iso(12) });
  expect(await estimated()).toBe(told - 1);
});

test('the true end from a phone that knows nothing of the estimate takes its place, also when it is sent twice', async () => {
  const visit = await check(0, await patrol());
  await passMinutes(50);
  const end = { id: uuid(), basedOn: 1, kind: 'end', endedAt: iso(19) };
  const ended = await officer.call('changeVisit', { params: { id: visit.id }, body: end });
  expect(ended.status, ended.text).toBe(201);
  expect(ended.body).toMatchObject({ endedAt: iso(19), source: 'manual' });
  expect((await officer.call('changeVisit', { params: { id: visit.id }, body: end })).status).toBe(
    200,
  );
  const tally = {
    kind: 'tally',
    outcome: { contacts: 2, actions: 0, observations: 0, interventions: 0 },
  };
  expect((await change(visit, 2, tally)).status).toBe(201);
  expect((await versionsOf(visit)).map(({ kind }) => kind)).toEqual([
    'create',
    'estimate',
    'end',
    'tally',
  ]);
});

test('a second end is still a conflict that is told', async () => {
  const visit = await check(0, await patrol());
  await passMinutes(30);
  await change(visit, 2, { kind: 'end', endedAt: iso(14) });
  const late = await change(visit, 1, { kind: 'end', endedAt: iso(20) });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({ code: 'version-conflict' });
});

test('goes on where the officers answer that they are still there, and is asked about anew later', async () => {
  const visit = await check(0, await patrol());
  await passMinutes(26);
  const stay = await change(visit, 2, { kind: 'stay', confirmedAt: iso(26) });
  expect(stay.status, stay.text).toBe(201);
  expect(stay.body).toMatchObject({ endedAt: null, source: 'manual' });
  expect(await passMinutes(45)).toBe(0);
  expect(await passMinutes(52)).toBe(1);
  expect(await newest(visit)).toMatchObject({ kind: 'estimate', endedAt: iso(26) });
});

test('ends when the patrol begins its next visit: no phone is locked out by a forgotten one', async () => {
  const patrolId = await patrol();
  const visit = await check(0, patrolId);
  await check(60, patrolId, { hotSpotId: places[1] });
  expect(await newest(visit)).toMatchObject({ kind: 'estimate', endedAt: iso(15) });
});

test('ends where the next began, when a phone sends both long after', async () => {
  const patrolId = await patrol();
  const visit = await check(0, patrolId);
  server.setClock(START + 90 * MINUTE);
  const next = { id: uuid(), hotSpotId: places[1], patrolId, startedAt: iso(9) };
  expect((await officer.call('createVisit', { body: next })).status).toBe(201);
  expect(await newest(visit)).toMatchObject({ endedAt: iso(9), source: 'estimated' });
});
