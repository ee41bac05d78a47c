/** The plan of the same shift a week before, as the shift lead is told it. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

interface Reply {
  readonly shift: { readonly id: string; readonly date: string } | null;
  readonly visits: readonly { readonly slotId: string; readonly state: string }[] | null;
}
interface Plan {
  readonly id: string;
  readonly revision: number;
  readonly visits: readonly {
    readonly slotId: string;
    readonly hotSpotId: string;
    readonly patrolId: string;
    readonly startsAt: string;
  }[];
  readonly breaks: readonly object[];
}

const HOUR = 3_600_000;
/** Two Fridays, 19:00 in Flen. */
const [LAST_FRIDAY, FRIDAY] = ['2026-11-20', '2026-11-27'].map((date) =>
  Date.parse(`${date}T18:00:00Z`),
) as [number, number];
const BASE = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };

let server: TestServer;
let lead: Client;
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(LAST_FRIDAY);
  await wantDoses(await server.as('planner'));
});
beforeEach(async () => {
  server.setClock(LAST_FRIDAY);
  lead = await server.as('planner');
});
afterAll(() => server.stop());

/** Every hot spot wants two doses a Friday night. */
async function wantDoses(by: Client): Promise<void> {
  const { features }: { features: { id: string; properties: { revision: number } }[] } = (
    await by.call('listHotSpots')
  ).body;
  for (const { id, properties } of features) {
    const window = { id: uuid(), weekdays: [5], start: '20:00', end: '07:00', doses: 2 };
    const body = { windows: [window] };
    const set = { params: { id }, body, ifMatch: properties.revision };
    expect((await by.call('setWindows', set)).status).toBe(200);
  }
}

/** A shift of ten hours with one patrol, so many hours after 19:00. */
async function makeShift(evening: number, hoursLater: number, callSign: string): Promise<string> {
  const id = uuid();
  const startsAt = new Date(evening + hoursLater * HOUR).toISOString();
  const endsAt = new Date(evening + (hoursLater + 10) * HOUR).toISOString();
  const patrols = [{ id: uuid(), callSign, officers: 2, startsAt, endsAt, base: BASE }];
  const body = { id, municipality: '0482', startsAt, endsAt, patrols };
  expect((await lead.call('createShift', { body })).status).toBe(201);
  return id;
}

async function publishProposal(id: string): Promise<Plan> {
  const body = { planId: uuid(), seed: 5, timeMs: 100 };
  const plan: Plan = (await lead.call('proposePlan', { params: { id }, body })).body;
  const published = { params: { id: plan.id }, ifMatch: plan.revision };
  return (await lead.call('publishPlan', published)).body;
}

const weekBefore = async (id: string): Promise<Reply> =>
  (await lead.call('getWeekBefore', { params: { id } })).body;

test('where there was no shift then, none is told', async () => {
  const id = await makeShift(FRIDAY, 2, '31-1410');
  expect(await weekBefore(id)).toEqual({ shift: null, visits: null });
});

test('a shift of which no plan was published is told without visits', async () => {
  const before = await makeShift(LAST_FRIDAY, -8, '31-1411');
  const body = { planId: uuid(), seed: 5, timeMs: 50 };
  await lead.call('proposePlan', { params: { id: before }, body });
  expect(await weekBefore(await makeShift(FRIDAY, -8, '31-1411'))).toMatchObject({
    shift: { id: before, date: '2026-11-20' },
    visits: null,
  });
});

test('the published plan is told with what came of each visit, whatever draft lies beside it', async () => {
  const before = await makeShift(LAST_FRIDAY, 2, '31-1412');
  const plan = await publishProposal(before);
  const [first, second, ...rest] = plan.visits;
  if (!first || !second) throw new Error('the proposal has no visits');
  const { slotId, hotSpotId, patrolId, startsAt } = first;
  const startedAt = Date.parse(startsAt);
  server.setClock(startedAt + HOUR);
  lead = await server.as('planner');
  const endedAt = new Date(startedAt + HOUR / 4).toISOString();
  const visit = { id: uuid(), slotId, hotSpotId, patrolId, startedAt: startsAt, endedAt };
  expect((await lead.call('createVisit', { body: visit })).status).toBe(201);
  const ids = { planId: uuid(), breaks: plan.breaks };
  const visits = [first, second].map((visit) => ({ ...visit, reasons: undefined }));
  const draft = { params: { id: before }, body: { ...ids, visits }, ifMatch: plan.revision };
  expect((await lead.call('saveDraft', draft)).status).toBe(200);

  server.setClock(FRIDAY);
  lead = await server.as('planner');
  const told = await weekBefore(await makeShift(FRIDAY, 3, '31-1412'));
  expect(told.shift?.id).toBe(before);
  expect(told.visits).toHaveLength(2 + rest.length);
  expect(told.visits?.[0]).toMatchObject({ slotId, code: expect.stringMatching(/^[A-Z]\d$/) });
  expect(told.visits?.map(({ state }) => state)).toEqual([
    'done',
    ...[second, ...rest].map(() => 'missed'),
  ]);
});
