/** What can be taken away as a workbook or a calendar. CSV and GeoJSON are in coverage.test.ts. */
import readExcelFile from 'read-excel-file/node';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ROOT, paths } from '#contract/paths.ts';
import { SWEDISH_RULES, startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { Role } from '#core/model.ts';
import { hotSpots } from '../../server/store/hot-spots.ts';
import { insertVisitVersions } from '../../server/store/visits.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';
import { visitVersion } from '../usecases/coverage-store.ts';

const NOW = startOfOperationalDate(SWEDISH_RULES, '2026-11-23') + 16 * 3_600_000;
const TERTIAL = { from: '2026-09-01', to: '2026-12-31' };
const VISITS = 3;

let server: TestServer;
let hotSpotId: string;
const clients = new Map<Role, Client>();

beforeAll(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  for (const role of ['chief', 'patrol', 'municipality', 'planner'] as const) {
    clients.set(role, await server.as(role));
  }
  const { db } = server.services;
  const place = (await hotSpots(db.reader))[0]!;
  hotSpotId = place.id;
  const made = Array.from({ length: VISITS }, (_, hours) =>
    visitVersion(
      { hotSpotId, startedAt: NOW - (hours + 2) * 3_600_000, minutes: 14 },
      { hotSpotVersionId: place.version.id },
    ),
  );
  await insertVisitVersions(db.writer, made);
});
afterAll(() => server.stop());

async function sheetsOf(name: 'exportCoverageXlsx' | 'exportVisitsXlsx', query: object) {
  const search = new URLSearchParams({ ...TERTIAL, ...query });
  const { cookie } = clients.get('chief')!;
  const address = `${server.url}${API_ROOT}${paths[name].path}?${search}`;
  const response = await fetch(address, { headers: { cookie } });
  return readExcelFile(Buffer.from(await response.arrayBuffer()));
}

/** `2026-11-23T20:00`: a date of a workbook has no zone, and is a fraction of days that may lie a millisecond off. */
const onWall = (cell: unknown) =>
  new Date(Math.round((cell as Date).getTime() / 60_000) * 60_000).toISOString().slice(0, 16);

describe('a workbook', () => {
  it('has the table of the CSV, and a sheet that says what it is', async () => {
    const [table, about] = await sheetsOf('exportCoverageXlsx', { weekdays: '5,6' });
    expect(table?.sheet).toBe('Täckning');
    expect(table?.data[0]?.slice(0, 3)).toEqual(['Kod', 'Hot spot', 'Lovade doser']);
    expect(table?.data.at(-1)?.[1]).toBe('Alla');
    expect(about?.data).toContainEqual(['Veckodagar', 'fredag, lördag', null]);
    const made = about?.data.find(([what]) => what === 'Framställd')?.[1];
    expect(onWall(made)).toBe('2026-11-23T22:00');
  });

  it('writes what somebody has typed as text, never as a formula', async () => {
    const planner = clients.get('planner')!;
    const { body } = await planner.call('getHotSpot', { params: { id: hotSpotId } });
    const { revision, name } = (body as { properties: { revision: number; name: string } })
      .properties;
    const rename = (to: string, ifMatch: number) =>
      planner.call('updateHotSpot', { params: { id: hotSpotId }, ifMatch, body: { name: to } });
    await rename('=1+1', revision);
    const [table] = await sheetsOf('exportCoverageXlsx', {});
    await rename(name, revision + 1);
    expect(table?.data.map((row) => row[1])).toContain('=1+1');
  });

  it('of visits has as many lines as the CSV', async () => {
    const [table] = await sheetsOf('exportVisitsXlsx', {});
    expect(table?.data).toHaveLength(1 + VISITS);
  });

  it('has times as dates by the Swedish clock, and numbers as numbers', async () => {
    const [table, about] = await sheetsOf('exportVisitsXlsx', {});
    const [day, , , start, end, minutes] = table?.data.at(-1) ?? [];
    expect(day).toEqual(new Date('2026-11-23'));
    expect([onWall(start), onWall(end)]).toEqual(['2026-11-23T20:00', '2026-11-23T20:14']);
    expect(minutes).toBe(14);
    expect(about?.data).toContainEqual([
      'Period (operativa dygn)',
      new Date(TERTIAL.from),
      new Date(TERTIAL.to),
    ]);
  });

  it('of visits holds the longest tertial, and is refused for a day more, with the cure', async () => {
    const of = (from: string, to: string) =>
      clients.get('chief')!.call('exportVisitsXlsx', { query: { from, to } });
    expect((await of('2026-05-01', '2026-08-31')).status).toBe(200);
    const reply = await of('2026-05-01', '2026-09-01');
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ errors: [{ field: '?to' }] });
    expect(reply.text).toContain('CSV');
  });
});

describe('the calendar of a hot spot', () => {
  const asCalendar = (role: Role) =>
    clients.get(role)!.call('exportWindowsIcs', { params: { id: hotSpotId } });

  it('has its windows, and neither plans nor call signs', async () => {
    const reply = await asCalendar('patrol');
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(reply.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(reply.text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(0);
    expect(reply.text).not.toContain('31-1410');
  });

  it('is not for the municipality', async () => {
    expect((await asCalendar('municipality')).status).toBe(403);
  });

  it('of a hot spot that is not there is not found', async () => {
    const params = { id: uuid() };
    expect((await clients.get('chief')!.call('exportWindowsIcs', { params })).status).toBe(404);
  });
});
