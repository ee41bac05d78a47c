import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { API_ROOT } from '#contract/paths.ts';
import { type Client, type Reply, startTestServer, type TestServer } from '../support/server.ts';

/** A Friday, 19:00 in Flen. */
const NOW = Date.parse('2026-11-27T18:00:00Z');
const FROM = '2026-11-27T20:00:00Z';
const TO = '2026-11-28T06:00:00Z';
const BASE = { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] };

interface Visit {
  readonly slotId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reasons: readonly unknown[];
  readonly pinned: boolean;
}
interface Plan {
  readonly id: string;
  readonly status: string;
  readonly number: number;
  readonly seed: number;
  readonly revision: number;
  readonly visits: readonly Visit[];
  readonly breaks: readonly unknown[];
}

interface PlacedPlan {
  readonly visits: readonly { readonly hotSpotId: string; readonly startsAt: string }[];
}

let server: TestServer;
let lead: Client;
// A server of its own for each: shifts of one night are planned around each other.
beforeEach(async () => {
  server = await startTestServer();
  server.setClock(NOW);
  lead = await server.as('planner');
});
afterEach(() => server.stop());

const patrol = (callSign: string, more: object = {}) => ({
  id: uuid(),
  callSign,
  officers: 2,
  startsAt: FROM,
  endsAt: TO,
  base: BASE,
  ...more,
});

const TWICE = patrol('31-1410');

async function makeShift(patrols = [patrol('31-1410'), patrol('31-1420')]): Promise<string> {
  const id = uuid();
  const reply = await lead.call('createShift', {
    body: { id, municipality: '0482', startsAt: FROM, endsAt: TO, patrols },
  });
  expect(reply.status).toBe(201);
  return id;
}

const propose = (id: string, more: object = {}): Promise<Reply> =>
  lead.call('proposePlan', {
    params: { id },
    body: { planId: uuid(), seed: 5, timeMs: 200, ...more },
  });

const draftOf = ({ visits, breaks }: Plan) => ({
  planId: uuid(),
  visits: visits.map(({ reasons: _reasons, ...visit }) => visit),
  breaks,
});

test.each([
  [
    'with the same patrol twice',
    { patrols: [TWICE, { ...TWICE, callSign: '31-1420' }] },
    '/patrols/1/id',
  ],
  ['that ends before it starts', { endsAt: '2026-11-27T19:00:00Z' }, '/endsAt'],
  [
    'with the same call sign twice',
    { patrols: [patrol('31-1410'), patrol('31-1410')] },
    '/patrols/1/callSign',
  ],
  [
    'with a patrol on duty outside it',
    { patrols: [patrol('31-1410', { startsAt: '2026-11-27T15:00:00Z' })] },
    '/patrols/0/startsAt',
  ],
  ['in a municipality that is not here', { municipality: '9999' }, '/municipality'],
])('a shift %s is refused with the field', async (_what, more, field) => {
  const body = {
    id: uuid(),
    municipality: '0482',
    startsAt: FROM,
    endsAt: TO,
    patrols: [],
    ...more,
  };
  const reply = await lead.call('createShift', { body });
  expect(reply.status).toBe(422);
  expect((reply.body as { errors: { field: string }[] }).errors[0]?.field).toBe(field);
});

test('a plan is proposed, each visit with its reason, and published', async () => {
  const id = await makeShift();
  const proposed = (await propose(id)).body as Plan;
  expect(proposed.visits.length).toBeGreaterThan(5);
  expect(proposed.visits.every(({ reasons }) => reasons.length > 0)).toBe(true);
  const published = await lead.call('publishPlan', {
    params: { id: proposed.id },
    ifMatch: proposed.revision,
  });
  expect(published.body).toMatchObject({ status: 'published', seed: 5 });
});

test('an edit after publication is a new version, and publishing it supersedes the first', async () => {
  const id = await makeShift();
  const first = (await propose(id)).body as Plan;
  const { revision } = (
    await lead.call('publishPlan', { params: { id: first.id }, ifMatch: first.revision })
  ).body as Plan;
  const fewer = { ...draftOf(first), visits: draftOf(first).visits.slice(1) };
  const second = (await lead.call('saveDraft', { params: { id }, body: fewer, ifMatch: revision }))
    .body as Plan;
  expect(second).toMatchObject({ number: 2, status: 'draft' });
  await lead.call('publishPlan', { params: { id: second.id }, ifMatch: second.revision });
  const { body } = await lead.call('listPlans', { params: { id } });
  expect((body as { plans: { status: string }[] }).plans.map(({ status }) => status)).toEqual([
    'superseded',
    'published',
  ]);
});

test('a draft that breaks a rule is refused with the visit and the rule, and nothing is saved', async () => {
  const id = await makeShift();
  const plan = (await propose(id)).body as Plan;
  const draft = draftOf(plan);
  const [one, ...rest] = draft.visits;
  const moved = { ...one, startsAt: '2026-11-28T05:55:00Z', endsAt: '2026-11-28T06:10:00Z' };
  const reply = await lead.call('saveDraft', {
    params: { id },
    body: { ...draft, visits: [moved, ...rest] },
    ifMatch: plan.revision,
  });
  expect(reply.status).toBe(422);
  const { code, errors } = reply.body as {
    code: string;
    errors: { field: string; code: string }[];
  };
  expect(code).toBe('invalid-plan');
  expect(errors.map(({ field }) => field)).toContain('/visits/0');
  const now = (await lead.call('getPlanning', { params: { id } })).body as { plan: Plan };
  expect(now.plan.revision).toBe(plan.revision);
});

test('a plan that a call has broken is put right by hand, one visit at a time', async () => {
  const own = patrol('31-1410');
  const id = await makeShift([own]);
  const plan = (await propose(id)).body as Plan;
  const [, second, third] = plan.visits;
  const unavailable = [{ from: second?.startsAt, to: third?.endsAt }];
  const body = { municipality: '0482', startsAt: FROM, endsAt: TO };
  const away = { ...body, patrols: [{ ...own, unavailable }] };
  await lead.call('updateShift', { params: { id }, body: away, ifMatch: 1 });
  const draft = draftOf(plan);
  const fewer = draft.visits.filter(({ slotId }) => slotId !== second?.slotId);
  const reply = await lead.call('saveDraft', {
    params: { id },
    body: { ...draft, visits: fewer },
    ifMatch: plan.revision,
  });
  expect(reply.status, reply.text).toBe(200);
});

test('two shift leads: the second sees what the first has saved', async () => {
  const id = await makeShift();
  const plan = (await propose(id)).body as Plan;
  const save = () =>
    lead.call('saveDraft', { params: { id }, body: draftOf(plan), ifMatch: plan.revision });
  expect((await save()).status).toBe(200);
  const second = await save();
  expect(second.status).toBe(412);
  expect(second.body).toMatchObject({ code: 'changed-meanwhile', current: { id: plan.id } });
});

test('what is pinned stays where it is when the plan is proposed again', async () => {
  const id = await makeShift();
  const plan = (await propose(id)).body as Plan;
  const draft = draftOf(plan);
  const visits = draft.visits.map((visit, index) =>
    index === 2 ? { ...visit, pinned: true } : visit,
  );
  await lead.call('saveDraft', {
    params: { id },
    body: { ...draft, visits },
    ifMatch: plan.revision,
  });
  const again = (await propose(id, { seed: 77 })).body as Plan;
  const pinned = again.visits.find((visit) => visit.pinned);
  expect(pinned?.startsAt).toBe(plan.visits[2]?.startsAt);
  expect(pinned?.slotId).toBe(plan.visits[2]?.slotId);
});

test('a search that the shift lead cancels saves nothing', async () => {
  const id = await makeShift();
  const stopped = new AbortController();
  const asked = fetch(`${server.url}${API_ROOT}/shifts/${id}/proposal`, {
    method: 'POST',
    headers: { cookie: lead.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ planId: uuid(), seed: 1, timeMs: 10_000 }),
    signal: stopped.signal,
  });
  setTimeout(() => stopped.abort(), 60);
  await expect(asked).rejects.toThrow();
  const { body } = await lead.call('listPlans', { params: { id } });
  expect((body as { plans: unknown[] }).plans).toEqual([]);
});

test('a shift with a published plan cannot be deleted, one without can', async () => {
  const id = await makeShift();
  const gone = await makeShift();
  const plan = (await propose(id)).body as Plan;
  await lead.call('publishPlan', { params: { id: plan.id }, ifMatch: plan.revision });
  expect((await lead.call('deleteShift', { params: { id }, ifMatch: 1 })).status).toBe(409);
  expect((await lead.call('deleteShift', { params: { id: gone }, ifMatch: 1 })).status).toBe(204);
});

test('a loss is recorded with its reason and withdrawn', async () => {
  const id = await makeShift();
  const plan = (await propose(id)).body as Plan;
  await lead.call('publishPlan', { params: { id: plan.id }, ifMatch: plan.revision });
  const slot = plan.visits[0]?.slotId ?? '';
  expect(
    (await lead.call('recordLoss', { params: { id: slot }, body: { reason: 'call-out' } })).status,
  ).toBe(204);
  const outcomes = async () =>
    (
      (await lead.call('getPlanning', { params: { id } })).body as {
        outcomes: { slotId: string; state: string; loss: string | null }[];
      }
    ).outcomes.find(({ slotId }) => slotId === slot);
  expect(await outcomes()).toMatchObject({ state: 'missed', loss: 'call-out' });
  await lead.call('withdrawLoss', { params: { id: slot } });
  expect(await outcomes()).toMatchObject({ loss: null });
});

test('a proposal under the id of a published plan is refused, and that plan stays', async () => {
  const id = await makeShift();
  const plan = (await propose(id)).body as Plan;
  await lead.call('publishPlan', { params: { id: plan.id }, ifMatch: plan.revision });
  for (const shift of [id, await makeShift()]) {
    expect((await propose(shift, { planId: plan.id })).body).toMatchObject({ code: 'id-reused' });
  }
  const saved = await lead.call('saveDraft', {
    params: { id },
    body: { ...draftOf(plan), planId: plan.id },
    ifMatch: plan.revision + 1,
  });
  expect(saved.body).toMatchObject({ code: 'id-reused' });
  const { body } = await lead.call('listPlans', { params: { id } });
  expect((body as { plans: unknown[] }).plans).toMatchObject([
    { id: plan.id, status: 'published' },
  ]);
});

test('what was seen of one version of the plan does not pass for the next', async () => {
  const id = await makeShift();
  const seen = (await propose(id)).body as Plan;
  await lead.call('publishPlan', { params: { id: seen.id }, ifMatch: seen.revision });
  expect((await propose(id)).status).toBe(200);
  const late = await lead.call('saveDraft', {
    params: { id },
    body: draftOf(seen),
    ifMatch: seen.revision,
  });
  expect(late.status).toBe(412);
});

test('a shift is planned around what another one on the same night plans, drafts too', async () => {
  const first = await makeShift();
  const published = (await propose(first)).body as PlacedPlan;
  const second = (await propose(await makeShift())).body as PlacedPlan;
  const starts = (plan: PlacedPlan) =>
    plan.visits.map(({ hotSpotId, startsAt }) => ({ hotSpotId, at: Date.parse(startsAt) }));
  const tooNear = starts(second).filter(({ hotSpotId, at }) =>
    starts(published).some(
      (other) => other.hotSpotId === hotSpotId && Math.abs(other.at - at) < 60 * 60_000,
    ),
  );
  expect(second.visits.length).toBeGreaterThan(0);
  expect(tooNear).toEqual([]);
});

test('a conflict shows the plan as any reply does: times as text, and nobody named', async () => {
  const id = await makeShift();
  const plan = (await propose(id)).body as Plan;
  const late = await lead.call('saveDraft', { params: { id }, body: draftOf(plan), ifMatch: 99 });
  expect(late.status).toBe(412);
  const { current } = late.body as { current: object };
  expect(current).toEqual(plan);
  expect(current).not.toHaveProperty('createdBy');
});
