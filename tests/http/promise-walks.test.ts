/** "Trygghetsvandringar 1/2, kväll 0/1": the ledger counts the walks that have been held, as the municipality records them. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WireReply } from '#contract/api.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { promiseBody } from '../support/valid-promise-calls.ts';
import { planWalk, walkBody } from './walk-steps.ts';

let server: TestServer;
const promise = promiseBody({
  number: 7,
  source: 'walks',
  measure: 'trygghetsvandringar',
  target: 2,
  eveningTarget: 1,
});
beforeAll(async () => {
  server = await startTestServer();
  server.setClock(Date.parse('2026-12-20T12:00:00Z'));
  const chief = await server.as('chief');
  const reply = await chief.call('createPromise', { body: promise });
  expect(reply.status, reply.text).toBe(201);
});
afterAll(() => server.stop());

async function parts() {
  const chief = await server.as('chief');
  const query = { from: '2026-01-01', to: '2026-12-31' };
  const { lines } = (await chief.call('getLedger', { query })).body as WireReply<'getLedger'>;
  return lines.find(({ id }) => id === promise.id)?.parts;
}

async function hold(change: object): Promise<void> {
  const by = await server.as('municipality');
  const { revision, id } = await planWalk(by, change);
  const { id: _id, municipality: _municipality, ...terms } = walkBody(change);
  const body = { ...terms, state: 'held', participants: 12 };
  const reply = await by.call('updateWalk', { params: { id }, ifMatch: revision, body });
  expect(reply.status, reply.text).toBe(200);
}

const dayWalk = { id: uuid(), walk: { startsAt: '2026-12-01T12:00:00Z', place: 'Torget' } };

it('a walk that is planned is not counted, one that is held is, and in the evening for both', async () => {
  await planWalk(await server.as('municipality'));
  expect(await parts()).toMatchObject([
    { kind: 'whole', soFar: 0, target: 2 },
    { kind: 'evening', soFar: 0, target: 1 },
  ]);
  await hold(dayWalk);
  expect(await parts()).toMatchObject([{ soFar: 1 }, { soFar: 0 }]);
  await hold({ id: uuid() });
  expect(await parts()).toMatchObject([{ soFar: 2 }, { soFar: 1 }]);
});
