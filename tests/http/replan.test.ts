/** A patrol that is called away: what its phone has planned is published, by the rules and for its own visits alone. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  layOutNight,
  type Night,
  nightTime,
  publishPlan,
  putPlan,
} from '../browser/support/night.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

const iso = (time: string) => new Date(nightTime(time)).toISOString();
const CALL = { from: iso('22:05'), to: iso('00:30') };

interface PlanBody {
  readonly id: string;
  readonly number: number;
  readonly replannedBy: string | null;
  readonly visits: readonly { readonly slotId: string; readonly patrolId: string }[];
  readonly unmet: readonly object[];
}
interface Mine {
  readonly planId: string;
  readonly patrolId: string;
  readonly visits: readonly { readonly reasons: unknown; readonly startsAt: string }[];
  readonly breaks: readonly object[];
  readonly task: { readonly problem: { readonly patrols: readonly object[] } };
}

let server: TestServer;
let officer: Client;
let night: Night;
beforeAll(async () => {
  server = await startTestServer();
  night = await layOutNight(server, 2);
  await putPlan(night, [
    ['R1', 0, '22:40'],
    ['C1', 0, '02:00'],
    ['C3', 1, '22:30'],
  ]);
  await publishPlan(night);
  server.setClock(nightTime('22:05'));
  officer = await server.as('patrol');
});
afterAll(() => server.stop());

const mine = async (): Promise<Mine> => (await officer.call('getMyPlanning')).body;

/** The visits that the call leaves, as a phone would send them. */
async function replan(more: object = {}) {
  const { planId, patrolId, visits, breaks } = await mine();
  const left = visits
    .filter(({ startsAt }) => startsAt >= CALL.to)
    .map(({ reasons: _reasons, ...visit }) => visit);
  const body = { planId: uuid(), basedOn: planId, patrolId, away: CALL, visits: left, breaks };
  const asked = { ...body, ...more };
  return { asked, reply: await officer.call('replanMyPatrol', { body: asked }) };
}

test('is of no use to whoever has joined no patrol', async () => {
  expect(await mine()).toMatchObject({ planId: null, task: null });
  const body = { planId: uuid(), basedOn: uuid(), patrolId: night.patrolIds[0], away: CALL };
  const reply = await officer.call('replanMyPatrol', { body: { ...body, visits: [], breaks: [] } });
  expect(reply.status).toBe(422);
  await officer.call('joinPatrol', { body: { patrolId: night.patrolIds[0] } });
});

test('gives the phone its own patrol to plan, and no other', async () => {
  const { task, visits } = await mine();
  expect(task.problem.patrols).toHaveLength(1);
  expect(visits).toHaveLength(2);
});

test('is refused where a visit stands in the call: by the same rules as a draft', async () => {
  const { visits } = await mine();
  const all = visits.map(({ reasons: _reasons, ...visit }) => visit);
  const moved = all.map((visit) => ({ ...visit, startsAt: iso('23:00'), endsAt: iso('23:15') }));
  const { reply } = await replan({ visits: moved.slice(0, 1) });
  expect(reply.status).toBe(422);
  expect(reply.body).toMatchObject({ code: 'invalid-plan' });
});

test('is a new version: the others’ visits stay, and what is lost is told as unmet', async () => {
  const { reply, asked } = await replan();
  expect(reply.status, reply.text).toBe(200);
  const plan: PlanBody = reply.body;
  expect(plan).toMatchObject({ number: 2, replannedBy: night.patrolIds[0] });
  expect(plan.visits.map(({ patrolId }) => patrolId).sort()).toEqual([...night.patrolIds].sort());
  expect(plan.unmet.length).toBeGreaterThan(0);
  const again = await officer.call('replanMyPatrol', { body: asked });
  expect(again.body).toMatchObject({ id: plan.id, number: 2 });
});

test('is a conflict where the plan is another than the phone has mended', async () => {
  const { reply } = await replan({ basedOn: uuid() });
  expect(reply.status).toBe(412);
  expect(reply.body).toMatchObject({ code: 'changed-meanwhile', current: { number: 2 } });
});

test('supersedes the draft that the shift lead has open, who is told when they save it', async () => {
  const { lead, shiftId } = night;
  await putPlan(night, [['C1', 0, '02:00']]);
  const { body } = await lead.call('getPlanning', { params: { id: shiftId } });
  const seen = (body as { plan: { revision: number } }).plan.revision;
  expect((await replan({ away: null, back: CALL })).reply.status).toBe(200);
  const draft = { planId: uuid(), visits: [], breaks: [] };
  const saved = await lead.call('saveDraft', {
    params: { id: shiftId },
    body: draft,
    ifMatch: seen,
  });
  expect(saved.body).toMatchObject({ code: 'changed-meanwhile' });
});
