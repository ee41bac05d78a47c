/** Activities, survey figures and the weekly focus over HTTP. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { Role } from '#core/model.ts';
import { hotSpots, type StoredHotSpot } from '../../server/store/hot-spots.ts';
import { katrineholm } from '../support/other-municipality.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { activityBody, surveyBody } from '../support/valid-promise-calls.ts';

const HOUR = 3_600_000;
const at = (date: string) => startOfOperationalDate(SWEDISH_RULES, date) + 6 * HOUR;
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

let server: TestServer;
let places: readonly StoredHotSpot[] = [];
const clients = new Map<Role, Client>();
const as = (role: Role): Client => {
  const client = clients.get(role);
  if (!client) throw new Error(`nobody is signed in as ${role}`);
  return client;
};
const LOOKERS = ['chief', 'municipal-police', 'planner', 'municipality', 'patrol'] as const;

beforeAll(async () => {
  server = await startTestServer();
  server.setClock(at('2026-11-24'));
  for (const role of LOOKERS) clients.set(role, await server.as(role));
  places = await hotSpots(server.services.db.reader);
});
afterAll(() => server.stop());

const enter = (more: object = {}, role: Role = 'municipality') =>
  as(role).call('createActivity', { body: activityBody(more) });

const list = async (query: Record<string, string> = YEAR) =>
  (await as('chief').call('listActivities', { query })).body as WireReply<'listActivities'>;

const change = (id: string, body: object, role: Role = 'municipality') =>
  as(role).call('changeActivity', { params: { id }, body: { id: uuid(), basedOn: 1, ...body } });

describe('an activity', () => {
  it('is entered by the municipality, sent twice it is one, and counted in hours', async () => {
    const body = activityBody({ date: '2026-02-03', start: '22:00', end: '00:30', adults: 3 });
    const send = () => as('municipality').call('createActivity', { body });
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(200);
    const { activities, totals } = await list({ from: '2026-02-01', to: '2026-02-28' });
    expect(activities).toHaveLength(1);
    expect(totals).toEqual({ times: 1, hours: 2.5, adultHours: 7.5 });
  });

  it.each([
    ['a day to come', { date: '2026-11-25' }, '/date'],
    ['an end at its beginning', { end: '20:00' }, '/end'],
    ['a phone number as its place', { place: 'Hos 070-123 45 67' }, '/place'],
    ['no adult', { adults: 0 }, '/adults'],
    ['a hot spot of nowhere', { hotSpotId: uuid() }, '/hotSpotId'],
    ['a kind of its own', { kind: 'fika' }, '/kind'],
  ])('with %s is refused, with the field', async (_what, more, field) => {
    const reply = await enter(more);
    expect(reply.status, reply.text).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field }] });
  });

  it('that began after midnight can be entered in the same night', async () => {
    server.setClock(Date.parse('2026-11-24T01:30:00Z'));
    const afterMidnight = { date: '2026-11-24', start: '00:15', end: '02:00' };
    expect((await enter(afterMidnight)).status).toBe(201);
    server.setClock(at('2026-11-24'));
  });

  it('that has not begun is refused, and one that goes on is not', async () => {
    const today = { date: '2026-11-24' };
    const tonight = await enter({ ...today, start: '20:00', end: '23:30' });
    expect(tonight.body).toMatchObject({ errors: [{ field: '/start' }] });
    expect((await enter({ ...today, start: '11:00', end: '13:00' })).status).toBe(201);
  });

  it('sent again after it was changed is still one; another under its id is refused', async () => {
    const body = activityBody({ date: '2026-07-01' });
    const send = (more: object = {}) =>
      as('municipality').call('createActivity', { body: { ...body, ...more } });
    await send();
    const { id: _id, ...content } = { ...body, adults: 7 };
    await change(body.id, { change: 'edit', reason: 'Räknade fel', ...content });
    const again = await send();
    expect([again.status, (again.body as { adults: number }).adults]).toEqual([200, 7]);
    expect((await send({ adults: 9 })).status).toBe(409);
  });

  it('that counts cannot be restored', async () => {
    const { id } = (await enter({ date: '2026-07-02' })).body as { id: string };
    expect((await change(id, { change: 'restore' })).status).toBe(409);
  });

  it('is changed, struck and restored by versions, each with its reason', async () => {
    const { id } = (await enter({ date: '2026-03-04' })).body as { id: string };
    const { id: _id, ...content } = activityBody({ date: '2026-03-04', adults: 6 });
    const edited = await change(id, { change: 'edit', reason: 'Räknade fel', ...content });
    expect(edited.body).toMatchObject({ versionNumber: 2, adults: 6, reason: 'Räknade fel' });
    expect((await change(id, { change: 'strike', reason: 'Dubbel' })).status).toBe(412);
    await change(id, { basedOn: 2, change: 'strike', reason: 'Dubbel' });
    const march = { from: '2026-03-01', to: '2026-03-31' };
    expect(await list(march)).toMatchObject({
      activities: [{ struck: true, reason: 'Dubbel' }],
      totals: { times: 0 },
    });
    const again = { change: 'edit', reason: 'x', ...content };
    expect((await change(id, { basedOn: 3, ...again })).status).toBe(409);
    await change(id, { basedOn: 3, change: 'restore' });
    expect((await list(march)).totals.times).toBe(1);
  });

  it('of another municipality is out of reach', async () => {
    const { id } = (await enter()).body as { id: string };
    const other = await katrineholm(server);
    const reply = await other.call('listActivities', { query: YEAR });
    expect((reply.body as WireReply<'listActivities'>).activities).toEqual([]);
    const body = { id: uuid(), basedOn: 1, change: 'strike', reason: 'Fel' };
    expect((await other.call('changeActivity', { params: { id }, body })).status).toBe(403);
    expect((await other.call('createActivity', { body: activityBody() })).status).toBe(403);
  });

  it('can be taken away as a table that spreadsheets open, without those that are struck', async () => {
    const month = { from: '2026-05-01', to: '2026-05-31' };
    await enter({ date: '2026-05-05', place: '=1+1' });
    const { id } = (await enter({ date: '2026-05-06' })).body as { id: string };
    await change(id, { change: 'strike', reason: 'Ställdes in' });
    const reply = await as('municipality').call('exportActivitiesCsv', { query: month });
    const lines = reply.text.trim().split('\r\n');
    expect(lines.at(-1)).toBe("2026-05-05;20:00;23:30;3,5;Trygg vuxen;'=1+1;4;14;0482");
    expect(lines.at(-2)).toMatch(/^Datum;/);
  });
});

describe('what a survey says', () => {
  const add = (more: object = {}, role: Role = 'chief') =>
    as(role).call('addSurveyFigure', { body: surveyBody(more) });
  const figures = async () =>
    ((await as('municipality').call('listSurveyFigures')).body as WireReply<'listSurveyFigures'>)
      .figures;

  it('is entered by the police with its interval, and read by the municipality', async () => {
    expect((await add({}, 'municipality')).status).toBe(403);
    expect((await add()).status).toBe(201);
    expect(await figures()).toMatchObject([{ percent: 31, low: 27, high: 35.5, answers: 512 }]);
  });

  it('gets an exact interval where none was given, and keeps the one that was', async () => {
    const given = (await add({ year: 2019 })).body;
    expect(given).toMatchObject({ low: 27, high: 35.5, computed: null });
    const none = (await add({ year: 2018, low: null, high: null })).body as {
      computed: { low: number; high: number };
    };
    expect(none).toMatchObject({ low: null, high: null });
    // 159 of 512, by Clopper and Pearson.
    expect(none.computed.low).toBeCloseTo(27.07, 2);
    expect(none.computed.high).toBeCloseTo(35.26, 2);
  });

  it.each([
    ['an interval with one end', { high: null }, '/high'],
    ['an interval beside its value', { low: 32 }, '/low'],
    ['more than everybody', { percent: 101, low: null, high: null }, '/percent'],
    ['nobody who answered', { answers: 0 }, '/answers'],
    ['a year to come', { year: 2027 }, '/year'],
  ])('with %s is refused, with the field', async (_what, more, field) => {
    const reply = await add(more);
    expect(reply.status, reply.text).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field }] });
  });

  it('sent twice is one, and another figure under its id is refused', async () => {
    const id = uuid();
    expect((await add({ id, year: 2024 })).status).toBe(201);
    expect((await add({ id, year: 2024 })).status).toBe(200);
    expect((await add({ id, year: 2022 })).status).toBe(409);
  });

  it('is struck with a reason, stays to be seen, and can be restored', async () => {
    const { id } = (await add({ year: 2023 })).body as { id: string };
    const of = { params: { id } };
    await as('chief').call('strikeSurveyFigure', { ...of, body: { reason: 'Fel tabell' } });
    expect((await figures()).find((one) => one.id === id)?.strike?.reason).toBe('Fel tabell');
    await as('chief').call('restoreSurveyFigure', of);
    expect((await figures()).find((one) => one.id === id)?.strike).toBeNull();
  });
});

describe('the weekly focus', () => {
  const set = (index: number, more: object = {}, role: Role = 'municipal-police') => {
    const said = { reason: 'Bråk på kvällarna', source: 'EST v. 48', from: '2026-11-24' };
    const body = { id: uuid(), hotSpotId: places[index]?.id, ...said, ...more };
    return as(role).call('setFocus', { body });
  };
  const idOf = (reply: { readonly body: unknown }) => (reply.body as { id: string }).id;

  it('is not for the municipality or the patrol', async () => {
    expect((await set(0, {}, 'municipality')).status).toBe(403);
    expect((await set(0, {}, 'patrol')).status).toBe(403);
  });

  it('holds three places, each for seven days, and says why there is no room', async () => {
    const first = await set(0);
    expect(first.body).toMatchObject({ from: '2026-11-24', to: '2026-11-30', endedOn: null });
    await set(1, {}, 'planner');
    await set(2, {}, 'chief');
    const fourth = await set(3);
    expect(fourth.status).toBe(409);
    expect(fourth.body).toMatchObject({ errors: [{ field: '/hotSpotId' }] });
    expect((await set(0, { from: '2026-11-30' })).status).toBe(409);
    const of = { params: { id: idOf(first) } };
    expect((await as('planner').call('endFocus', of)).body).toMatchObject({
      endedOn: '2026-11-24',
    });
    const instead = await set(3);
    expect(instead.status).toBe(201);
    expect((await as('planner').call('resumeFocus', of)).status).toBe(409);
    await as('planner').call('endFocus', { params: { id: idOf(instead) } });
    expect((await as('planner').call('resumeFocus', of)).status).toBe(200);
  });

  it.each([
    ['yesterday', { from: '2026-11-23' }, '/from'],
    ['in a month', { from: '2026-12-24' }, '/from'],
    ['a person as its reason', { reason: 'Bil ABC 123' }, '/reason'],
  ])('%s is refused', async (_what, more, field) => {
    const reply = await set(4, more);
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field }] });
  });

  it('makes its place worth more in the planning task of a shift, and ends by itself', async () => {
    const weightOn = async (date: string) => {
      const startsAt = Date.parse(`${date}T20:00:00Z`);
      const patrol = {
        id: uuid(),
        callSign: '31-1410',
        officers: 2,
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(startsAt + 8 * HOUR).toISOString(),
        base: { name: 'Stationen', lonLat: [16.5884, 59.0566] },
        break: null,
        unavailable: [],
      };
      const id = uuid();
      const { startsAt: from, endsAt: to } = patrol;
      const shift = { id, municipality: '0482', startsAt: from, endsAt: to, patrols: [patrol] };
      await as('planner').call('createShift', { body: shift });
      const reply = await as('planner').call('getPlanning', { params: { id } });
      const { task } = reply.body as {
        task: { hotSpots: { hotSpotId: string; urgency: { reasons: { code: string }[] } }[] };
      };
      return task.hotSpots
        .filter(({ urgency }) => urgency.reasons.some(({ code }) => code === 'focus'))
        .map(({ hotSpotId }) => places.findIndex(({ id }) => id === hotSpotId));
    };
    expect((await weightOn('2026-11-27')).every((index) => index <= 2)).toBe(true);
    expect(await weightOn('2026-11-27')).not.toEqual([]);
    expect(await weightOn('2026-12-04')).toEqual([]);
  });

  it('taken back on an earlier day stays taken back: the history says what has steered', async () => {
    const of = { params: { id: idOf(await set(5, { from: '2026-12-03' })) } };
    await as('planner').call('endFocus', of);
    server.setClock(at('2026-11-25'));
    expect((await (await server.as('planner')).call('resumeFocus', of)).status).toBe(409);
  });
});
