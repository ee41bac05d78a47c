import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply as WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { NOT_SEARCHED, type Role } from '#core/model.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { savePlan } from '../../server/store/plans.ts';
import { insertShift } from '../../server/store/shifts.ts';
import { insertVisitVersions } from '../../server/store/visits.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { visitVersion } from '../usecases/coverage-store.ts';

const MINUTE = 60_000;
const TODAY = '2026-11-23';
const NOW = startOfOperationalDate(SWEDISH_RULES, TODAY) + 16 * 60 * MINUTE;
const TERTIAL = { from: '2026-09-01', to: '2026-12-31' };

let server: TestServer;
let hotSpotId: string;
const clients = new Map<Role, Client>();

beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  for (const role of ['chief', 'patrol', 'municipality', 'planner'] as const) {
    clients.set(role, await server.as(role));
  }
  const [first] = await hotSpots(server.services.db.reader);
  hotSpotId = first!.id;
});
afterAll(() => server.stop());

const ask = (role: Role, name: RouteName, query: Record<string, string | number>) =>
  clients.get(role)!.call(name, { query });

const ROUTES = [
  'getCoverage',
  'getCoverageRows',
  'getCoverageStrips',
  'exportCoverageCsv',
  'exportCoverageXlsx',
  'exportCoverageGeoJson',
  'exportVisitsCsv',
  'exportVisitsXlsx',
] as const;

describe.each(ROUTES)('%s', (name) => {
  const query = name === 'getCoverageRows' ? { ...TERTIAL, kind: 'delivered' } : TERTIAL;

  it('asks who you are', async () => {
    const nobody = await server.as(null);
    expect((await nobody.call(name, { query })).status).toBe(401);
  });

  it('is not for the patrol', async () => {
    expect((await ask('patrol', name, query)).status).toBe(403);
  });

  it('refuses a period that ends before it begins, and names the field', async () => {
    const reply = await ask('chief', name, { ...query, to: '2026-08-31' });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field: '?to' }] });
  });

  it('answers the chief', async () => {
    expect((await ask('chief', name, query)).status).toBe(200);
  });
});

async function logVisit(startedAt: number, minutes: number) {
  const body = {
    id: uuid(),
    hotSpotId,
    patrolId: null,
    slotId: null,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: new Date(startedAt + minutes * MINUTE).toISOString(),
    officers: 2,
    late: true,
    outcome: { contacts: 1, actions: 0, observations: 0, interventions: 0 },
    note: '',
  };
  return clients.get('patrol')!.call('createVisit', { body });
}

type Report = WireReply<'getCoverage'>;
const report = async (role: Role = 'chief', query = {}) =>
  (await ask(role, 'getCoverage', { ...TERTIAL, ...query })).body as Report;

describe('coverage', () => {
  it('has a visit in it as soon as it is logged', async () => {
    const before = (await report()).totals.delivered.doses;
    expect((await logVisit(NOW - 60 * MINUTE, 15)).status).toBe(201);
    const after = await report();
    expect(after.totals.delivered.doses).toBe(before + 1);
    expect(after.hotSpots.find((one) => one.hotSpotId === hotSpotId)?.figures.late).toBe(1);
  });

  it('lists the rows behind a figure, with no name in them', async () => {
    const reply = await ask('chief', 'getCoverageRows', { ...TERTIAL, kind: 'delivered' });
    const { rows } = reply.body as { rows: Record<string, unknown>[] };
    expect(rows).toHaveLength((await report()).totals.delivered.doses);
    expect(Object.keys(rows[0]!).sort()).toEqual(
      'answered callSign code doses edge from hotSpotId id late loss minutes name officers source to'.split(
        ' ',
      ),
    );
  });

  it('counts the days that have begun', async () => {
    expect((await report()).days).toEqual({ passed: 84, all: 122 });
  });

  it('shows nothing of a plan before its time, neither as figure nor as row', async () => {
    const { planned } = (await report()).totals;
    await publishTonight(NOW + 120 * MINUTE);
    expect((await report()).totals.planned).toEqual(planned);
    const rows = await ask('chief', 'getCoverageRows', { ...TERTIAL, kind: 'planned' });
    expect(rows.body).toMatchObject({ rows: [] });
    const csv = await ask('chief', 'exportCoverageCsv', TERTIAL);
    expect(csv.text).toContain('Räknat till;2026-11-23 22:00');
  });

  it('does not miss anybody in a place before it was drawn', async () => {
    const drawn = await hotSpots(server.services.db.reader);
    const hours = (NOW - drawn[0]!.version.validFrom) / (60 * MINUTE);
    const untouched = (await report()).hotSpots.filter((one) => one.figures.visits.dose === 0);
    expect(untouched.length).toBeGreaterThan(0);
    for (const { figures } of untouched) {
      expect(figures.longestGapHours ?? 0).toBeLessThanOrEqual(Math.max(0, hours) + 0.01);
    }
  });

  it('names each window in which there were too few visits to tell, those without any too', async () => {
    const untouched = (await report()).hotSpots.filter((one) => one.figures.visits.dose === 0);
    const habits = untouched.flatMap((one) => one.habits);
    expect(habits.length).toBeGreaterThan(0);
    expect(habits[0]).toMatchObject({ visits: 0, value: null, habit: null });
  });

  it('refuses more than twenty years', async () => {
    const reply = await ask('chief', 'getCoverage', { from: '1990-01-01', to: '2026-12-31' });
    expect(reply.status).toBe(422);
  });

  it('lists the gaps between doses, the longest first, of a year at most', async () => {
    const gaps = { ...TERTIAL, kind: 'gap', hotSpotId };
    const { rows } = (await ask('chief', 'getCoverageRows', gaps)).body as {
      rows: { minutes: number; edge: boolean }[];
    };
    const { figures } = (await report()).hotSpots.find((one) => one.hotSpotId === hotSpotId)!;
    expect(rows[0]!.minutes / 60).toBeCloseTo(figures.longestGapHours ?? 0, 6);
    const long = await ask('chief', 'getCoverageRows', { ...gaps, from: '2025-01-01' });
    expect(long.body).toMatchObject({ errors: [{ field: '?to' }] });
  });

  it('says that a page that was made up cannot be read', async () => {
    const query = { ...TERTIAL, kind: 'planned', after: 'x' };
    const reply = await ask('chief', 'getCoverageRows', query);
    expect(reply.body).toMatchObject({ errors: [{ field: '?after' }] });
  });
});

async function publishTonight(startsAt: number): Promise<void> {
  const shiftId = uuid();
  const patrolId = uuid();
  const hours = { startsAt: NOW, endsAt: NOW + 480 * MINUTE };
  const base = { name: 'Stationen', lonLat: [16.59, 59.06] as const };
  const patrol = {
    id: patrolId,
    callSign: '31-1410',
    officers: 2,
    travels: 'foot' as const,
    ...hours,
    base,
    break: null,
  };
  const ids = { id: uuid(), slotId: uuid(), patrolId, hotSpotId, windowId: uuid() };
  const visit = { ...ids, startsAt, endsAt: startsAt + 15 * MINUTE, pinned: false, reasons: [] };
  await server.services.db.writer.transaction().execute(async (tx) => {
    const patrols = [{ ...patrol, unavailable: [] }];
    const shift = { id: shiftId, municipality: '0482', date: TODAY, ...hours, patrols };
    await insertShift(tx, { ...shift, revision: 1 });
    const plan = { id: uuid(), shiftId, number: 1, ...NOT_SEARCHED, value: 0, revision: 1 };
    const meta = {
      replannedBy: null,
      createdBy: uuid(),
      createdAt: NOW,
      publishedAt: NOW,
      breaks: [],
      unmet: [],
    };
    await savePlan(tx, { ...plan, ...meta, status: 'published', visits: [visit] });
  });
  server.services.coverage.touch(hotSpotId);
}

describe('a filter', () => {
  const filtered = (query: object) => report('chief', query);

  it('by tag leaves the hot spots that have it', async () => {
    const { body } = await clients
      .get('planner')!
      .call('getHotSpot', { params: { id: hotSpotId } });
    const { revision } = (body as { properties: { revision: number } }).properties;
    await clients.get('planner')!.call('updateHotSpot', {
      params: { id: hotSpotId },
      ifMatch: revision,
      body: { tags: ['resande, natt'] },
    });
    const seen = await filtered({ tag: 'resande, natt' });
    expect(seen.hotSpots.map((one) => one.hotSpotId)).toEqual([hotSpotId]);
    expect(seen.tag).toBe('resande, natt');
    expect((await filtered({ tag: 'finns inte' })).hotSpots).toEqual([]);
  });

  it('by weekday and hour leaves what began then, as figure, row and export', async () => {
    // The logged visit began on a Monday at 21:00.
    const monday = await filtered({ weekdays: '1', fromHour: 21, toHour: 22 });
    expect(monday.totals.delivered.doses).toBe(1);
    expect(monday.hours).toEqual({ weekdays: [1], fromHour: 21, toHour: 22 });
    const other = { ...TERTIAL, weekdays: '2,3', fromHour: 21, toHour: 22 };
    expect((await filtered(other)).totals.delivered.doses).toBe(0);
    const rows = await ask('chief', 'getCoverageRows', { ...other, kind: 'delivered' });
    expect(rows.body).toMatchObject({ rows: [] });
    const csv = await ask('chief', 'exportVisitsCsv', other);
    expect(csv.text).toContain('Veckodagar;tisdag, onsdag\r\n');
    expect(csv.text.split('\r\n\r\n')[1]?.trim().split('\r\n')).toHaveLength(1);
  });

  it('row by row is told of a year at most', async () => {
    const reply = await ask('chief', 'exportVisitsCsv', { ...TERTIAL, from: '2025-01-01' });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain('Fråga efter högst ett år.');
  });

  it.each([
    [{ weekdays: '8' }, '?weekdays'],
    [{ fromHour: 18 }, '?toHour'],
    [{ fromHour: 24, toHour: 2 }, '?fromHour'],
    [{ from: '2020-01-01', weekdays: '5' }, '?to'],
  ])('that cannot be is refused by its field: %j', async (query, field) => {
    const reply = await ask('chief', 'getCoverage', { ...TERTIAL, ...query });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field }] });
  });

  it('of hours is none for the municipality, which is not told at which hours', async () => {
    const all = await report('municipality');
    const asked = await report('municipality', { weekdays: '1', fromHour: 21, toHour: 22 });
    expect(asked.totals).toEqual(all.totals);
    expect(asked.hours).toBeNull();
  });
});

describe('the time axes', () => {
  it('show each dose and no plan before its time', async () => {
    const reply = await ask('chief', 'getCoverageStrips', TERTIAL);
    const { hotSpots: lanes } = reply.body as WireReply<'getCoverageStrips'>;
    const lane = lanes.find((one) => one.hotSpotId === hotSpotId);
    expect(lane?.doses).toHaveLength(1);
    expect(lanes.flatMap(({ planned }) => planned)).toEqual([]);
  });

  it('of many years are of the last four months', async () => {
    const reply = await ask('chief', 'getCoverageStrips', { ...TERTIAL, from: '2016-01-01' });
    expect(reply.body).toMatchObject({ from: '2026-07-24', to: '2026-11-23' });
  });
});

describe('the municipality', () => {
  it('sees sums, and neither places nor hours', async () => {
    const seen = await report('municipality');
    expect(seen.totals.delivered.doses).toBeGreaterThan(0);
    expect(seen.hotSpots).toEqual([]);
    expect(seen.grid.minutes.flat().every((minutes) => minutes === 0)).toBe(true);
    expect(seen.grid.doses.flat().every((doses) => doses === 0)).toBe(true);
  });

  it('sees its own figures whatever it asks for', async () => {
    expect((await report('municipality', { municipality: '0483' })).municipality).toBe('0482');
  });
});

describe('an export', () => {
  it('of coverage opens in a Swedish spreadsheet and says what it is', async () => {
    const reply = await ask('chief', 'exportCoverageCsv', TERTIAL);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('content-disposition')).toContain(
      'tackning-2026-09-01--2026-12-31.csv',
    );
    expect(reply.text).toMatch(/Definitioner, version;\d+\r\nFramställd;2026-11-23 22:00\r\n/);
    expect(reply.text).toContain('\r\nKod;Hot spot;Lovade doser;');
  });

  it('of visits has a line a visit, and no note', async () => {
    const reply = await ask('chief', 'exportVisitsCsv', TERTIAL);
    const [, table = ''] = reply.text.split('\r\n\r\n');
    const lines = table.trim().split('\r\n');
    expect(lines).toHaveLength(1 + (await report()).totals.visits.dose);
    expect(lines[1]).toMatch(/^2026-11-23;..;.*;2026-11-23 21:00;2026-11-23 21:15;15;dos;/);
  });

  it('of visits says dose as often as there are doses: a visit after a short exit goes on with the one before', async () => {
    const { db, coverage } = server.services;
    const [place] = await hotSpots(db.reader);
    const patrolId = uuid();
    const pieces = [0, 9].map((after) =>
      visitVersion(
        { hotSpotId, startedAt: NOW - (300 - after) * MINUTE, minutes: 7 },
        { hotSpotVersionId: place!.version.id, patrolId },
      ),
    );
    await insertVisitVersions(db.writer, pieces);
    coverage.touch(hotSpotId);
    const { text } = await ask('chief', 'exportVisitsCsv', TERTIAL);
    expect(text.match(/;dos;/g)).toHaveLength((await report()).totals.delivered.doses);
    expect(text.match(/;fortsättning;/g)).toHaveLength(1);
  });

  it('as GeoJSON has a feature a hot spot with its figures', async () => {
    const reply = await ask('chief', 'exportCoverageGeoJson', TERTIAL);
    expect(reply.headers.get('content-type')).toContain('application/geo+json');
    const document = JSON.parse(reply.text) as { features: { properties: object }[] };
    expect(document.features).toHaveLength((await report()).hotSpots.length);
    expect(document.features[0]?.properties).toMatchObject({
      delivered: {},
      state: expect.any(String),
    });
  });
});
