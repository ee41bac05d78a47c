/** Every route × every role × nobody, walked from the contract: a route without a policy cannot hide. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paths, ROUTE_NAMES, type RouteName } from '#contract/paths.ts';
import { mayCall, policy } from '#contract/policy.ts';
import { ROLES, type Role } from '#core/model.ts';
import { type Client, startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
const clients = new Map<Role | null, Client>();

beforeAll(async () => {
  server = await startTestServer();
  for (const role of [...ROLES, null]) clients.set(role, await server.as(role));
});
afterAll(() => server.stop());

const NO_SUCH_ID = '01900000-0000-7000-8000-000000000000';
/** These would end the client's own session; they have tests of their own. */
const ENDS_SESSIONS = new Set<RouteName>(['signOut', 'removeTrialAccounts']);

const tried = ROUTE_NAMES.filter((name) => !ENDS_SESSIONS.has(name));

describe.each([...ROLES, null])('signed in as %s', (role) => {
  test.each(tried)('%s answers as the policy says', async (name) => {
    const reply = await clients.get(role)?.call(name, {
      params: { id: NO_SUCH_ID, photoId: NO_SUCH_ID, date: '2026-11-23' },
      ...(paths[name].method !== 'GET' && { body: {} }),
    });
    const refusal = role === null ? 401 : 403;
    if (mayCall(name, role)) expect(reply?.status).not.toBe(refusal === 401 ? -1 : 403);
    else expect(reply?.status).toBe(refusal);
    expect(reply?.status).toBeLessThan(500);
  });
});

test('the policy names every route of the contract and nothing else', () => {
  expect(Object.keys(policy).sort()).toEqual([...ROUTE_NAMES].sort());
});

test('future plans are for planner and patrol alone', () => {
  const readers = (name: RouteName) => ROLES.filter((role) => mayCall(name, role));
  expect(readers('getPlanning')).toEqual(['planner']);
  expect(readers('getWeekBefore')).toEqual(['planner']);
  expect(readers('getWeek')).toEqual(['planner']);
  expect(readers('listPlans')).toEqual(['planner']);
  expect(readers('getMyShift')).toEqual(['planner', 'patrol']);
});

test('the municipality sees sums, the ledger and its own walks, and enters what it has done; the auditor sees logs', () => {
  const beyondOwnSession = (role: Role) =>
    ROUTE_NAMES.filter((name) => mayCall(name, role) && Array.isArray(policy[name]));
  expect(new Set(beyondOwnSession('municipality'))).toEqual(
    new Set([
      'getBaseMap',
      'getCoverage',
      'getLedger',
      'exportLedgerCsv',
      'getPromise',
      'addPromiseFigure',
      'strikePromiseFigure',
      'restorePromiseFigure',
      'listActivities',
      'createActivity',
      'changeActivity',
      'exportActivitiesCsv',
      'listSurveyFigures',
      'listWalks',
      'createWalk',
      'getWalk',
      'updateWalk',
      'addWalkPoint',
      'updateWalkPoint',
      'answerWalkPoint',
      'addWalkPhoto',
      'getWalkPhoto',
      'deleteWalkPhoto',
      'exportWalksCalendar',
      'exportWalkPointsCsv',
      'listTertialPages',
      'getTertialPage',
      'getTertialPageHtml',
    ]),
  );
  expect(beyondOwnSession('auditor')).toEqual(['listAudit']);
});
