/** A week: what planning it takes, its drafts saved together or not at all, and published together or not at all. */
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildPlanningTask } from '#core/planner/bridge/build-task.ts';
import type { PlanningTask } from '#core/planner/bridge/planning-task.ts';
import { type PlannedWeek, planWeek } from '#core/planner/week/plan-week.ts';
import { shiftInput } from '#core/planner/week/shift-input.ts';
import { newestPlans } from '#core/planner/week/week-plans.ts';
import type { WeekTask } from '#core/planner/week/week-task.ts';
import { type Client, type Reply, startTestServer, type TestServer } from '../support/server.ts';

/** A Monday, 12:00 in Flen. */
const NOW = Date.parse('2026-11-23T11:00:00Z');
const HOUR = 3_600_000;
const FROM = { params: { date: '2026-11-23' } };
const BASE = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };

interface Plan {
  readonly id: string;
  readonly shiftId: string;
  readonly status: string;
  readonly number: number;
  readonly revision: number;
  readonly visits: readonly {
    readonly slotId: string;
    readonly hotSpotId: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly reasons: readonly { readonly code: string }[];
  }[];
}

interface Week {
  readonly from: string;
  readonly days: readonly string[];
  readonly shifts: readonly {
    readonly shiftId: string;
    readonly date: string;
    readonly revision: number;
    readonly isOpen: boolean;
    readonly plan: Plan | null;
    readonly patrols: readonly { readonly callSign: string }[];
  }[];
  readonly task: WeekTask;
}

interface Refusal {
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code?: string }[];
  readonly current?: { readonly revision: number };
}

let server: TestServer;
let lead: Client;
// A server of its own for each: shifts of one week are planned around each other.
beforeEach(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  lead = await server.as('planner');
});
afterEach(() => server.stop());

/** A shift so many hours after noon on Monday. */
async function makeShift(hoursLater: number, hours = 10, callSigns = ['31-1410']): Promise<string> {
  const id = uuid();
  const startsAt = new Date(NOW + hoursLater * HOUR).toISOString();
  const endsAt = new Date(NOW + (hoursLater + hours) * HOUR).toISOString();
  const patrols = callSigns.map((callSign) => {
    return { id: uuid(), callSign, officers: 2, startsAt, endsAt, base: BASE };
  });
  const body = { id, municipality: '0482', startsAt, endsAt, patrols };
  expect((await lead.call('createShift', { body })).status).toBe(201);
  return id;
}

const week = async (date = FROM): Promise<Week> => (await lead.call('getWeek', date)).body;

/** As the browser plans it. */
function planned({ task }: Week): PlannedWeek {
  const steps = planWeek(task, { seed: 3, timeMs: 20, makeId: uuid });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value.plans;
}

const iso = <T extends { readonly startsAt: number; readonly endsAt: number }>(one: T) => ({
  ...one,
  startsAt: new Date(one.startsAt).toISOString(),
  endsAt: new Date(one.endsAt).toISOString(),
});

/** The drafts of a planned week, as they are sent. */
function draftsOf(of: Week, plans: PlannedWeek) {
  return [...plans].map(([shiftId, plan]) => ({
    shiftId,
    ifRevision: of.shifts.find((shift) => shift.shiftId === shiftId)?.revision ?? 0,
    planId: uuid(),
    visits: plan.visits.map(({ reasons: _reasons, ...visit }) => iso(visit)),
    breaks: plan.breaks.map(iso),
    search: {
      seed: plan.seed,
      iterations: plan.iterations,
      varied: plan.varied,
      strands: plan.strands,
      bestValue: plan.bestValue,
    },
  }));
}

const save = (shifts: readonly object[]): Promise<Reply> =>
  lead.call('saveWeek', { ...FROM, body: { shifts } });
const publish = (plans: readonly Plan[]): Promise<Reply> =>
  lead.call('publishWeek', {
    ...FROM,
    body: { plans: plans.map(({ id, revision }) => ({ id, ifRevision: revision })) },
  });

/** Friday's evening and night, and Saturday's night, planned and saved as drafts. */
async function savedWeek() {
  for (const hours of [100, 105, 129]) await makeShift(hours);
  const open = await week();
  const drafts = draftsOf(open, planned(open));
  const plans = ((await save(drafts)).body as { plans: Plan[] }).plans;
  return { drafts, plans };
}

describe('a week that is asked for', () => {
  test('tells its days and its shifts in order, those with patrols and no published plan open', async () => {
    const [late, staffed, unstaffed] = [
      await makeShift(57),
      await makeShift(33, 10, ['31-1410', '31-1420']),
      await makeShift(35, 8, []),
    ];
    const { from, days, shifts } = await week();
    expect([from, days[0], days[6], days.length]).toEqual(['2026-11-23', from, '2026-11-29', 7]);
    expect(shifts.map(({ shiftId, isOpen }) => [shiftId, isOpen])).toEqual([
      [staffed, true],
      [unstaffed, false],
      [late, true],
    ]);
    expect(shifts[0]).toMatchObject({ date: '2026-11-24', plan: null, revision: 0 });
    expect(shifts[0]?.patrols.map(({ callSign }) => callSign)).toEqual(['31-1410', '31-1420']);
  });

  test('may have no shift at all', async () => {
    const { shifts, task } = await week({ params: { date: '2031-01-06' } });
    expect([shifts, task.hotSpots]).toEqual([[], []]);
  });

  test('that is no date is refused', async () => {
    const { status, body } = await lead.call('getWeek', { params: { date: '2026-13-01' } });
    expect([status, (body as Refusal).errors[0]?.field]).toEqual([422, ':date']);
  });

  test('asks of each shift what its own planning page asks', async () => {
    await savedWeek();
    const { task } = await week();
    const plans = newestPlans(task);
    for (const of of task.shifts) {
      const own: { task: PlanningTask } = (
        await lead.call('getPlanning', { params: { id: of.shift.id } })
      ).body;
      const inWeek = buildPlanningTask(shiftInput(task, of, plans));
      expect(inWeek.hotSpots).toEqual(own.task.hotSpots);
      expect(inWeek.doses).toEqual(own.task.doses);
      const rules = ({ problem }: PlanningTask) =>
        problem.hotspots.map(({ place: _place, taken = [], ...rest }) => ({
          ...rest,
          taken: [...taken].sort((a, b) => a.start - b.start),
        }));
      // What JSON leaves out is left out of both.
      expect(JSON.parse(JSON.stringify(rules(inWeek)))).toEqual(rules(own.task));
    }
  });
});

describe('drafts saved together', () => {
  test('are all there, with their reasons, though two of them share a night', async () => {
    const { drafts, plans } = await savedWeek();
    expect(plans.map(({ shiftId, status }) => [shiftId, status])).toEqual(
      drafts.map(({ shiftId }) => [shiftId, 'draft']),
    );
    expect(plans.every(({ visits }) => visits.length > 0)).toBe(true);
    const visits = plans.flatMap((plan) => plan.visits);
    expect(visits.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const shown = (await week()).shifts.map(({ plan }) => plan);
    expect(shown).toEqual(plans);
  });

  test('again, over the first ones, are the same plans with another revision', async () => {
    const { drafts, plans } = await savedWeek();
    const again = drafts.map((draft, d) => ({ ...draft, ifRevision: plans[d]?.revision ?? 0 }));
    const { status, body } = await save(again);
    expect(status).toBe(200);
    const ids = (body as { plans: Plan[] }).plans.map(({ id }) => id);
    expect(ids).toEqual(plans.map(({ id }) => id));
  });

  test('are written to the audit log one by one', async () => {
    const { plans } = await savedWeek();
    const rows = await planRows();
    expect(rows.map(({ action }) => action)).toEqual(Array(3).fill('plan.propose'));
    expect(rows.map(({ entityId }) => entityId).sort()).toEqual(plans.map(({ id }) => id).sort());
  });

  test('of which one was changed meanwhile are refused, and none is saved', async () => {
    const { drafts, plans } = await savedWeek();
    const current = drafts.map((draft, d) => ({ ...draft, ifRevision: plans[d]?.revision ?? 0 }));
    const stale = current.map((draft, d) => (d === 1 ? { ...draft, ifRevision: 0 } : draft));
    const { status, body } = await save(stale);
    expect(status).toBe(412);
    expect(body as Refusal).toMatchObject({
      code: 'changed-meanwhile',
      errors: [{ field: '/shifts/1' }],
      current: { revision: plans[1]?.revision },
    });
    expect(await revisions(plans)).toEqual(plans.map(({ revision }) => revision));
  });

  test('that break each other’s gap are refused with shift and visit, and none is saved', async () => {
    const { drafts, plans } = await savedWeek();
    const [first, second, ...rest] = drafts.map((draft, d) => ({
      ...draft,
      ifRevision: plans[d]?.revision ?? 0,
    }));
    const theirs = second?.visits[0];
    if (!first || !second || !theirs) throw new Error('the week has no visits');
    const { patrolId } = first.visits[0] ?? theirs;
    const visits = [{ ...theirs, id: uuid(), slotId: uuid(), patrolId }];
    const { status, body } = await save([{ ...first, visits }, second, ...rest]);
    expect(status).toBe(422);
    const fields = (body as Refusal).errors.map(({ field, code }) => `${field} ${code}`);
    expect(fields).toContain('/shifts/0/visits/0 gap-to-other-shift');
    expect(await revisions(plans)).toEqual(plans.map(({ revision }) => revision));
  });

  test.each([
    ['a shift of another week', '/shifts/0/shiftId', 404, { shiftId: uuid() }],
    ['no visits', '/shifts/0/visits', 422, { visits: null }],
    ['a revision below none', '/shifts/0/ifRevision', 422, { ifRevision: -1 }],
  ])('with %s are refused with the field', async (_what, field, status, change) => {
    const shiftId = await makeShift(33);
    const draft = { shiftId, ifRevision: 0, planId: uuid(), visits: [], breaks: [] };
    const reply = await save([{ ...draft, ...change }]);
    expect(reply.status).toBe(status);
    expect((reply.body as Refusal).errors[0]?.field).toBe(field);
  });

  test('with the same shift twice are refused', async () => {
    const shiftId = await makeShift(33);
    const draft = () => ({ shiftId, ifRevision: 0, planId: uuid(), visits: [], breaks: [] });
    expect((await save([draft(), draft()])).status).toBe(422);
  });
});

describe('drafts published together', () => {
  test('are all in force, each with its row in the audit log; twice is once', async () => {
    const { plans } = await savedWeek();
    const { body } = await publish(plans);
    const published = (body as { plans: Plan[] }).plans;
    expect(published.map(({ status }) => status)).toEqual(['published', 'published', 'published']);
    expect((await publish(plans)).status).toBe(200);
    const rows = (await planRows()).filter(({ action }) => action === 'plan.publish');
    expect(rows.map(({ entityId }) => entityId).sort()).toEqual(plans.map(({ id }) => id).sort());
    expect((await week()).shifts.map(({ isOpen }) => isOpen)).toEqual([false, false, false]);
  });

  test('of which one was changed meanwhile are refused, and none is published', async () => {
    const { plans } = await savedWeek();
    const stale = plans.map((plan, p) => (p === 2 ? { ...plan, revision: 99 } : plan));
    const { status, body } = await publish(stale);
    expect([status, (body as Refusal).errors[0]?.field]).toEqual([412, '/plans/2']);
    expect((await week()).shifts.map(({ plan }) => plan?.status)).toEqual([
      'draft',
      'draft',
      'draft',
    ]);
  });

  test('that the week does not have are refused', async () => {
    const { status, body } = await publish([{ id: uuid(), revision: 1 } as Plan]);
    expect([status, (body as Refusal).errors[0]?.field]).toEqual([404, '/plans/0/id']);
  });
});

test.each([['patrol'], ['chief'], ['municipality']] as const)('a %s sees no week', async (role) => {
  const other = await server.as(role);
  expect((await other.call('getWeek', FROM)).status).toBe(403);
  expect((await other.call('saveWeek', { ...FROM, body: { shifts: [] } })).status).toBe(403);
});

async function revisions(plans: readonly Plan[]) {
  const { shifts } = await week();
  return plans.map(({ id }) => shifts.find(({ plan }) => plan?.id === id)?.revision);
}

/** What the audit log has of plans. */
async function planRows() {
  const auditor = await server.as('auditor');
  const { body } = await auditor.call('listAudit', { query: { limit: 20 } });
  const { rows } = body as { rows: { action: string; entityId: string }[] };
  return rows.filter(({ action }) => action.startsWith('plan.'));
}
