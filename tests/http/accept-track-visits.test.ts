import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type Logged,
  layOutTrackNight,
  minute,
  type TrackNight,
  visitsInLog,
} from './track-night.ts';

let night: TrackNight;
beforeEach(async () => {
  night = await layOutTrackNight();
});
afterEach(() => night.server.stop());

interface Answer {
  readonly kind: string;
  readonly visit: Logged;
  readonly problem?: { readonly code: string; readonly messages: { readonly sv: string } };
}

const found = (from: number, to: number, more: object = {}) => ({
  hotSpotId: night.place.id,
  patrolId: night.patrolId,
  startedAt: minute(from),
  endedAt: minute(to),
  ...more,
});

async function accept(...visits: object[]): Promise<readonly Answer[]> {
  const reply = await night.officer.call('acceptTrackVisits', { body: { visits } });
  expect(reply.status, reply.text).toBe(200);
  return (reply.body as { answers: Answer[] }).answers;
}

const kinds = (answers: readonly Answer[]) => answers.map(({ kind }) => kind);
const inLog = async () =>
  (await visitsInLog(night.officer, night.place.id)).filter(({ voided }) => !voided);

async function log(from: number, to: number | null, more: object = {}): Promise<string> {
  const id = uuid();
  const [startedAt, endedAt] = [minute(from), to === null ? null : minute(to)];
  const { place, patrolId } = night;
  const body = { id, hotSpotId: place.id, patrolId, startedAt, endedAt, ...more };
  expect((await night.officer.call('createVisit', { body })).status).toBe(201);
  return id;
}

test('visits found in a track are logged with GPS behind them and answer the planned visit', async () => {
  expect(kinds(await accept(found(8, 24), found(90, 102)))).toEqual(['created', 'created']);
  const visits = (await inLog()).toReversed();
  expect(visits).toMatchObject([
    { startedAt: minute(8), endedAt: minute(24), source: 'gps', slotId: night.slotId },
    { startedAt: minute(90), source: 'gps', slotId: null },
  ]);
});

test('the same track twice makes nothing twice', async () => {
  const first = await accept(found(8, 24), found(90, 102));
  const again = await accept(found(8, 24), found(90, 102));
  expect(kinds(again)).toEqual(['known', 'known']);
  expect(again.map(({ visit }) => visit.id)).toEqual(first.map(({ visit }) => visit.id));
  expect(await inLog()).toHaveLength(2);
});

test.each([
  ['a part of the track', 15, 21],
  ['the track of the patrol’s other phone', 9, 26],
])('%s makes nothing twice', async (_what, from, to) => {
  await accept(found(8, 24));
  expect(kinds(await accept(found(from, to)))).toEqual(['known']);
  expect(await inLog()).toHaveLength(1);
});

test('the same visit twice in one call is one', async () => {
  expect(kinds(await accept(found(8, 24), found(8, 24)))).toEqual(['created', 'known']);
});

test('another patrol at the same time in the same place is another visit', async () => {
  await accept(found(8, 24));
  const { otherPatrolId: patrolId } = night;
  expect(kinds(await accept(found(8, 24, { patrolId })))).toEqual(['created']);
  expect(await inLog()).toHaveLength(2);
});

test('a visit logged by hand is confirmed and keeps its times', async () => {
  const id = await log(10, 25);
  const [answer] = await accept(found(8, 24));
  expect(answer).toMatchObject({
    kind: 'confirmed',
    visit: { id, source: 'manual+gps', startedAt: minute(10), endedAt: minute(25) },
  });
  expect(kinds(await accept(found(8, 24)))).toEqual(['known']);
  const { body } = await night.officer.call('getVisitHistory', { params: { id } });
  const { versions } = body as { versions: { kind: string }[] };
  expect(versions.map(({ kind }) => kind)).toEqual(['create', 'confirm']);
});

test('where the officer says so, the times of the track replace those of the hand', async () => {
  await log(10, 25);
  await accept(found(8, 24, { takeTimes: true }));
  expect(await inLog()).toMatchObject([{ startedAt: minute(8), endedAt: minute(24) }]);
});

test('an open visit is left to who ends it', async () => {
  const id = await log(290, null);
  const [answer] = await accept(found(291, 299));
  expect(answer).toMatchObject({ kind: 'known', visit: { id, source: 'manual' } });
});

test('one that is refused keeps none of the others out, and says why', async () => {
  const answers = await accept(
    found(8, 24, { hotSpotId: uuid() }),
    found(8, 24, { patrolId: uuid() }),
    found(400, 420),
    found(8, 24),
  );
  expect(kinds(answers)).toEqual(['refused', 'refused', 'refused', 'created']);
  expect(answers[2]?.problem?.messages.sv).toContain('framtiden');
  expect(await inLog()).toHaveLength(1);
});

test('a visit that was struck can be accepted anew, and again that is one', async () => {
  const [first] = await accept(found(8, 24));
  const body = { id: uuid(), basedOn: 1, kind: 'void', reason: 'fel spår' };
  await night.officer.call('changeVisit', { params: { id: first?.visit.id ?? '' }, body });
  expect(kinds(await accept(found(8, 24)))).toEqual(['created']);
  expect(kinds(await accept(found(8, 24)))).toEqual(['known']);
  expect(await inLog()).toHaveLength(1);
});

test('each visit that is made or confirmed has its line in the audit log', async () => {
  await log(10, 25);
  await accept(found(8, 24), found(90, 102), found(90, 102));
  const auditor = await night.server.as('auditor');
  const { body } = await auditor.call('listAudit', { query: { limit: 10 } });
  const { rows } = body as { rows: { action: string }[] };
  const actions = rows.map(({ action }) => action).filter((action) => action.startsWith('visit.'));
  expect(actions).toEqual(['visit.create', 'visit.confirm', 'visit.create']);
});

test('coverage counts a visit as soon as it is accepted', async () => {
  const lead = await night.server.as('planner');
  const query = { from: '2026-11-27', to: '2026-11-27' };
  const doses = async () => {
    const { body } = await lead.call('getCoverage', { query });
    const { hotSpots } = body as {
      hotSpots: { hotSpotId: string; figures: { delivered: { doses: number } } }[];
    };
    return hotSpots.find(({ hotSpotId }) => hotSpotId === night.place.id)?.figures.delivered.doses;
  };
  const before = (await doses()) ?? 0;
  await accept(found(8, 24));
  expect(await doses()).toBe(before + 1);
});

test('a visit that ends before it starts is refused with the field', async () => {
  const reply = await night.officer.call('acceptTrackVisits', { body: { visits: [found(24, 8)] } });
  expect(reply.status).toBe(422);
  expect(reply.body).toMatchObject({ errors: [{ field: '/visits/0/endedAt' }] });
});
