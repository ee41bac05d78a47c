import { v7 as uuid } from 'uuid';
import type { RouteName } from '#contract/paths.ts';
import type { Client } from './server.ts';
import { validPromiseCalls } from './valid-promise-calls.ts';
import { validWalkCalls } from './valid-walk-calls.ts';

const FROM = '2026-11-27T20:00:00Z';
const TO = '2026-11-28T06:00:00Z';

export interface ValidCall {
  readonly name: RouteName;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
}

/** A call of each kind that takes something, as a well-behaved client sends it. */
export async function validCalls(clientFor: (name: RouteName) => Client): Promise<ValidCall[]> {
  const ring = [
    [16.59, 59.062],
    [16.592, 59.062],
    [16.592, 59.063],
    [16.59, 59.063],
    [16.59, 59.062],
  ];
  const geometry = { type: 'Polygon', coordinates: [ring] };
  const lead = clientFor('createShift');
  const { features } = (await lead.call('listHotSpots')).body as {
    features: { id: string; properties: { revision: number } }[];
  };
  const place = features[0];
  if (!place) throw new Error('no hot spot');
  const patrol = {
    id: uuid(),
    callSign: '31-1410',
    officers: 2,
    startsAt: FROM,
    endsAt: TO,
    base: { name: 'Kommunhuset', lonLat: [16.5884, 59.0566] },
    break: { durationMin: 30, earliest: '2026-11-27T23:00:00Z', latest: '2026-11-28T02:00:00Z' },
    unavailable: [{ from: '2026-11-27T21:00:00Z', to: '2026-11-27T21:30:00Z' }],
  };
  const shiftId = uuid();
  const shift = { municipality: '0482', startsAt: FROM, endsAt: TO, patrols: [patrol] };
  await lead.call('createShift', { body: { id: shiftId, ...shift } });
  const visitId = uuid();
  const visit = {
    id: visitId,
    hotSpotId: place.id,
    patrolId: patrol.id,
    startedAt: '2026-11-27T17:20:00Z',
    endedAt: '2026-11-27T17:40:00Z',
    officers: 2,
    late: true,
    outcome: { contacts: 1, actions: 0, observations: 0, interventions: 0 },
    note: 'Lampa trasig',
  };
  await clientFor('createVisit').call('createVisit', { body: visit });
  const session: { user: { id: string } } = (await clientFor('syncOutbox').call('getSession')).body;
  const window = {
    id: uuid(),
    weekdays: [5, 6],
    start: '21:00',
    end: '02:00',
    dateFrom: '2026-01-01',
    dateTo: null,
    exceptions: [{ date: '2026-12-24', open: false }],
    doses: 2,
    dwellMin: 15,
    countsFromMin: 10,
    ceilingMin: 20,
    minGapMin: 60,
    crew: 2,
  };
  const slot = {
    id: uuid(),
    slotId: uuid(),
    patrolId: patrol.id,
    hotSpotId: place.id,
    windowId: uuid(),
    startsAt: '2026-11-27T22:00:00Z',
    endsAt: '2026-11-27T22:15:00Z',
    pinned: true,
  };
  const harm: { newest: { categories: object[] } } = (
    await clientFor('getHarmTable').call('getHarmTable')
  ).body;
  const draft = { id: uuid(), municipality: '0482', tertial: '2026-T3' };
  await clientFor('createTertialPage').call('createTertialPage', { body: draft });
  const ofDraft = { params: { id: draft.id }, ifMatch: 1 };
  const ofPlace = { params: { id: place.id }, ifMatch: place.properties.revision };
  const ofShift = { params: { id: shiftId }, ifMatch: 1 };
  const ofWeek = { params: { date: '2026-11-23' } };
  const period = { from: '2026-09-01', to: '2026-11-27' };
  return [
    { name: 'signIn', body: { username: 'nobody', password: 'en lång mening' } },
    { name: 'redeemSignInLink', body: { token: 'a'.repeat(43) } },
    {
      name: 'createUser',
      body: {
        id: uuid(),
        username: 'a.b',
        displayName: 'A',
        role: 'patrol',
        municipality: null,
        password: 'en lång mening om Flen',
      },
    },
    { name: 'updateUser', params: { id: uuid() }, body: { role: 'chief' }, ifMatch: 1 },
    {
      name: 'createHotSpot',
      body: {
        id: uuid(),
        versionId: uuid(),
        municipality: '0482',
        code: 'X1',
        name: 'Ny',
        geometry,
      },
    },
    { name: 'checkGeometry', body: { geometry, hotSpotId: null } },
    {
      name: 'updateHotSpot',
      ...ofPlace,
      body: { name: 'Annat', tags: ['a'], reviewDate: '2027-01-01' },
    },
    { name: 'moveBorder', ...ofPlace, body: { versionId: uuid(), geometry } },
    { name: 'setWindows', ...ofPlace, body: { windows: [window] } },
    { name: 'createShift', body: { id: uuid(), ...shift } },
    { name: 'updateShift', ...ofShift, body: shift },
    { name: 'joinPatrol', body: { patrolId: patrol.id } },
    {
      name: 'syncOutbox',
      body: {
        account: session.user.id,
        sentAt: '2026-11-27T18:00:00Z',
        items: [
          {
            id: uuid(),
            madeAt: '2026-11-27T17:59:00Z',
            skewMs: 0,
            kind: 'create-visit',
            body: { ...visit, id: uuid(), startedAt: '2026-11-27T17:00:00Z', separate: true },
          },
        ],
      },
    },
    {
      name: 'replanMyPatrol',
      body: {
        planId: uuid(),
        basedOn: uuid(),
        patrolId: patrol.id,
        away: { from: '2026-11-27T22:00:00Z', to: '2026-11-27T23:30:00Z' },
        back: null,
        visits: [slot],
        breaks: [],
      },
    },
    {
      name: 'proposePlan',
      ...ofShift,
      body: { planId: uuid(), seed: 1, timeMs: 50, keepPinned: true },
    },
    { name: 'saveDraft', ...ofShift, body: { planId: uuid(), visits: [slot], breaks: [] } },
    { name: 'publishPlan', params: { id: uuid() }, ifMatch: 1 },
    { name: 'getWeek', ...ofWeek },
    {
      name: 'saveWeek',
      ...ofWeek,
      body: { shifts: [{ shiftId, ifRevision: 0, planId: uuid(), visits: [slot], breaks: [] }] },
    },
    { name: 'publishWeek', ...ofWeek, body: { plans: [{ id: uuid(), ifRevision: 1 }] } },
    { name: 'recordLoss', params: { id: uuid() }, body: { reason: 'weather' } },
    { name: 'createVisit', body: { ...visit, id: uuid() } },
    {
      name: 'changeVisit',
      params: { id: visitId },
      body: {
        id: uuid(),
        basedOn: 1,
        kind: 'correct',
        reason: 'fel',
        note: 'rätt',
        endedAt: visit.endedAt,
      },
    },
    {
      name: 'acceptTrackVisits',
      body: {
        visits: [
          {
            hotSpotId: place.id,
            patrolId: patrol.id,
            startedAt: visit.startedAt,
            endedAt: visit.endedAt,
            officers: 2,
            takeTimes: false,
          },
        ],
      },
    },
    {
      name: 'setHarmTable',
      ifMatch: 1,
      body: {
        name: 'Vikter 2027',
        categories: [
          ...harm.newest.categories,
          { code: 'fire', name: 'Brand', weight: 30, words: ['brand'] },
        ],
      },
    },
    { name: 'withdrawIncidentImport', params: { id: uuid() } },
    { name: 'getIncidentDensity', query: { ...period, municipality: '0482', by: 'harm' } },
    { name: 'getScoreCard', query: { municipality: '0482', heldOutFrom: '2026-09-01' } },
    { name: 'exportScoreCardCsv', query: { municipality: '0482', heldOutFrom: '2026-09-01' } },
    { name: 'getHotHours', params: { id: place.id }, query: { heldOutFrom: '2026-09-01' } },
    {
      name: 'getEffect',
      query: {
        municipality: '0482',
        hotSpotId: place.id,
        beforeFrom: '2025-09-01',
        beforeTo: '2025-12-31',
        afterFrom: '2026-09-01',
        afterTo: '2026-11-27',
      },
    },
    { name: 'setGpsRules', body: { on: true, retentionDays: 30 }, ifMatch: 1 },
    { name: 'setMyConsent', body: { given: true } },
    {
      name: 'addMyPositions',
      body: { points: [{ at: FROM, lonLat: [16.59, 59.062], accuracyM: 8 }] },
    },
    { name: 'getMyPositions', query: { from: FROM, to: TO } },
    { name: 'linkTracker', body: { id: uuid(), name: 'Egen telefon' } },
    { name: 'unlinkTracker', params: { id: uuid() } },
    { name: 'listShifts', query: period },
    { name: 'listVisits', query: { ...period, limit: '10' } },
    { name: 'getCoverage', query: { ...period, municipality: '0482' } },
    {
      name: 'getCoverageRows',
      query: { ...period, kind: 'delivered', limit: '5' },
    },
    { name: 'getCoverageOnTodaysBorders', query: period },
    {
      name: 'getCoverageStrips',
      query: { ...period, tag: 'resande', weekdays: '5,6', fromHour: '18', toHour: '2' },
    },
    { name: 'exportCoverageCsv', query: period },
    { name: 'exportCoverageXlsx', query: { ...period, weekdays: '5,6' } },
    { name: 'exportVisitsCsv', query: period },
    { name: 'exportVisitsXlsx', query: period },
    { name: 'exportWindowsIcs', params: { id: place.id } },
    { name: 'listTertialPages', query: { municipality: '0482' } },
    { name: 'createTertialPage', body: { ...draft, id: uuid(), municipality: '0483' } },
    { name: 'getTertialPage', ...ofDraft },
    { name: 'getTertialPageHtml', ...ofDraft },
    {
      name: 'writeTertialTexts',
      ...ofDraft,
      body: { intro: 'Så gick det.', correction: '', byPromise: {}, opened: [], confirmed: false },
    },
    { name: 'recountTertialPage', ...ofDraft },
    { name: 'signTertialPage', ...ofDraft },
    { name: 'publishTertialPage', ...ofDraft },
    { name: 'listAudit', query: { limit: '5', after: '3' } },
    { name: 'listHotSpots', query: { status: 'active' } },
    { name: 'getHotSpot', params: { id: place.id } },
    { name: 'getPlanning', params: { id: shiftId } },
    { name: 'getWeekBefore', params: { id: shiftId } },
    { name: 'getVisitHistory', params: { id: visitId } },
    ...(await validPromiseCalls(clientFor, place.id)),
    ...(await validWalkCalls(clientFor, place.id, window)),
  ];
}
