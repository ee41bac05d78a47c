/** What a phone did without network arrives in batches: each item answered by itself, and once. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const NOW = Date.parse('2026-11-27T22:00:00Z');
const MINUTE = 60_000;
const at = (minutesAgo: number, off = 0) => new Date(NOW - minutesAgo * MINUTE + off).toISOString();

let server: TestServer;
let officer: Client;
let places: string[] = [];
let patrolId = '';
let account = '';
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  officer = await server.as('patrol');
  account = await accountOf(officer);
  places = (await hotSpots(server.services.db.reader)).map(({ id }) => id);
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.setClock(NOW);
  patrolId = await newPatrol();
});

async function accountOf(client: Client): Promise<string> {
  const { user }: { user: { id: string } } = (await client.call('getSession')).body;
  return user.id;
}

async function newPatrol(): Promise<string> {
  const id = uuid();
  const span = { startsAt: at(180), endsAt: at(-180) };
  const base = { name: 'Stationen', lonLat: [16.58, 59.05] };
  const patrols = [{ id, callSign: '31-1410', base, ...span }];
  const lead = await server.as('planner');
  const shift = { id: uuid(), municipality: '0482', ...span, patrols };
  expect((await lead.call('createShift', { body: shift })).status).toBe(201);
  return id;
}

interface Answer {
  readonly id: string;
  readonly status: string;
  readonly visit?: { readonly id: string; readonly startedAt: string; readonly note: string };
  readonly problem?: { readonly code: string; readonly current?: object };
}

async function sync(items: readonly object[], sentAt = at(0)): Promise<Answer[]> {
  const reply = await officer.call('syncOutbox', { body: { account, sentAt, items } });
  expect(reply.status, reply.text).toBe(200);
  const { answers }: { answers: Answer[] } = reply.body;
  return answers;
}

const press = (minutesAgo: number) => ({ id: uuid(), madeAt: at(minutesAgo), skewMs: 0 });

const started = (id: string, minutesAgo: number, more: object = {}) => ({
  ...press(minutesAgo),
  kind: 'create-visit',
  body: { id, hotSpotId: places[0], patrolId, startedAt: at(minutesAgo), ...more },
});

const changed = (visitId: string, minutesAgo: number, body: object) => ({
  ...press(minutesAgo),
  kind: 'change-visit',
  visitId,
  body: { id: uuid(), ...body },
});

const ended = (visitId: string, minutesAgo: number) =>
  changed(visitId, minutesAgo, { kind: 'end', basedOn: 1, endedAt: at(minutesAgo) });

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

interface Version {
  readonly kind: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly notedAt: string | null;
  readonly skewMs: number | null;
}

async function historyOf(id: string): Promise<Version[]> {
  const { body } = await officer.call('getVisitHistory', { params: { id } });
  return (body as { versions: Version[] }).versions;
}

describe('a shift without network', () => {
  test('arrives whole, in order, each press a version of its own', async () => {
    const [first, second] = [uuid(), uuid()];
    const answers = await sync([
      started(first, 90),
      ended(first, 75),
      changed(first, 74, {
        kind: 'tally',
        basedOn: 2,
        outcome: { contacts: 2, actions: 0, observations: 0, interventions: 0 },
        note: 'Trasig lampa',
      }),
      started(second, 50),
      ended(second, 33),
    ]);
    expect(statuses(answers)).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(answers[2]?.visit).toMatchObject({ note: 'Trasig lampa', endedAt: at(75) });
    expect((await historyOf(first)).map(({ kind }) => kind)).toEqual(['create', 'end', 'tally']);
  });

  test('sent twice is there once, with the same answer', async () => {
    const id = uuid();
    const items = [started(id, 40), ended(id, 20)];
    const once = await sync(items);
    expect(await sync(items)).toMatchObject([{ status: 'done' }, once[1] as object]);
    expect(await historyOf(id)).toHaveLength(2);
  });

  test('other words under the id of an item are refused', async () => {
    const item = started(uuid(), 40, { note: 'lugnt' });
    await sync([item]);
    const other = { ...item, body: { ...item.body, note: 'bråk' } };
    expect(await sync([other])).toMatchObject([{ problem: { code: 'id-reused' } }]);
  });

  test('a press that is undone within its minute stays undone, however late it arrives', async () => {
    const id = uuid();
    await sync([started(id, 40), ended(id, 20)], at(20));
    server.setClock(NOW + 60 * MINUTE);
    const reopened = changed(id, 19, { kind: 'reopen', basedOn: 2 });
    expect(await sync([reopened], at(-60))).toMatchObject([{ visit: { endedAt: null } }]);
  });
});

test('an outbox waits while another account is signed in on the phone', async () => {
  const lead = await server.as('planner');
  const items = [started(uuid(), 30)];
  const reply = await lead.call('syncOutbox', { body: { account, sentAt: at(0), items } });
  expect(reply.status).toBe(401);
});

describe('a bad item', () => {
  test('blocks none of the others, and is told by itself', async () => {
    const [good, bad] = [uuid(), uuid()];
    const answers = await sync([
      started(bad, 60, { hotSpotId: uuid(), endedAt: at(45) }),
      started(good, 40, { endedAt: at(20) }),
    ]);
    expect(answers).toMatchObject([
      { status: 'refused', problem: { code: 'invalid-input', errors: [{ field: '/hotSpotId' }] } },
      { status: 'done', visit: { id: good } },
    ]);
  });

  test('holds back what comes after it about the same visit', async () => {
    const id = uuid();
    const items = [started(id, 60, { hotSpotId: uuid() }), ended(id, 45)];
    expect(statuses(await sync(items))).toEqual(['refused', 'waits']);
  });

  test.each([
    ['nothing', null],
    ['a text', 'x'],
    ['an unknown kind', { id: uuid(), kind: 'sing' }],
    ['a field that nobody knows', { ...press(5), kind: 'withdraw-loss', slotId: uuid(), who: 'x' }],
    ['a year that cannot be', { ...started(uuid(), 5), madeAt: '9999-99-99' }],
  ])('that is %s is refused and its neighbour taken in', async (_what, bad) => {
    const answers = await sync([bad as object, started(uuid(), 30, { endedAt: at(10) })]);
    expect(statuses(answers)).toEqual(['refused', 'done']);
  });

  test('is let go of with a reason that the log keeps', async () => {
    const subject = uuid();
    const drop = { ...press(0), kind: 'drop', subject, code: 'visit-twice', reason: 'Fel knapp' };
    expect(statuses(await sync([drop]))).toEqual(['done']);
    const auditor = await server.as('auditor');
    const { body } = await auditor.call('listAudit', { query: { limit: 5 } });
    expect((body as { rows: object[] }).rows).toContainEqual(
      expect.objectContaining({ action: 'outbox.drop', entityId: subject }),
    );
  });
});

describe('a clock that is off', () => {
  test.each([5 * MINUTE, -5 * MINUTE])(
    'by %i ms is put right, and both times kept',
    async (off) => {
      const id = uuid();
      const item = {
        ...started(id, 90, { startedAt: at(90, off) }),
        madeAt: at(90, off),
        skewMs: null,
      };
      expect(await sync([item], at(0, off))).toMatchObject([{ visit: { startedAt: at(90) } }]);
      expect((await historyOf(id))[0]).toMatchObject({ notedAt: at(90, off), skewMs: -off });
    },
  );

  test('put right by the phone itself is not put right again', async () => {
    const id = uuid();
    const off = 5 * MINUTE;
    const item = { ...started(id, 90), madeAt: at(90, off), skewMs: -off };
    expect(await sync([item], at(0, off))).toMatchObject([{ visit: { startedAt: at(90) } }]);
    expect((await historyOf(id))[0]).toMatchObject({ notedAt: at(90, off), skewMs: -off });
  });

  test('by half a century is answered, not stumbled over', async () => {
    const item = { ...started(uuid(), 5), madeAt: '1970-01-01T00:10:00Z', skewMs: null };
    expect(statuses(await sync([item], '1970-01-01T00:20:00Z'))).toEqual(['refused']);
  });
});

describe('two phones in one patrol', () => {
  test('that log the same presence are told of it, with the visit that is there', async () => {
    const first = uuid();
    await sync([started(first, 58), ended(first, 43)]);
    const second = uuid();
    const answers = await sync([started(second, 57), ended(second, 42)]);
    expect(statuses(answers)).toEqual(['refused', 'waits']);
    expect(answers[0]?.problem).toMatchObject({
      code: 'visit-twice',
      current: { id: first, startedAt: at(58), endedAt: at(43) },
    });
  });

  test('may say that there were two', async () => {
    await sync([started(uuid(), 58, { endedAt: at(43) })]);
    const second = started(uuid(), 57, { endedAt: at(42), separate: true });
    expect(statuses(await sync([second]))).toEqual(['done']);
  });

  test('are told of the visit that goes on when the other begins one', async () => {
    const first = uuid();
    await sync([started(first, 58)]);
    const answers = await sync([started(uuid(), 10, { hotSpotId: places[1] })]);
    expect(answers[0]?.problem).toMatchObject({ code: 'visit-open', current: { id: first } });
  });

  test('a visit that is over when it arrives is no second open one', async () => {
    await sync([started(uuid(), 20)]);
    const before = uuid();
    const items = [started(before, 58, { hotSpotId: places[1] }), ended(before, 43)];
    expect(statuses(await sync(items))).toEqual(['done', 'done']);
  });
});
