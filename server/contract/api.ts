/**
 * The schemas of every route: name → what comes in, what goes out. `paths.ts` has method and path, `policy.ts` the roles.
 * The browser imports this file for its types alone.
 */
import type { z } from 'zod';
import { coverageRoutes } from './coverage-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import type { RouteName } from './paths.ts';
import { positionRoutes } from './position-routes.ts';
import { promiseRoutes } from './promise-routes.ts';
import { publicationRoutes } from './publication-routes.ts';
import { auditPage, auditQuery } from './schemas/audit.ts';
import { idParam, nothing } from './schemas/common.ts';
import { handover } from './schemas/handover.ts';
import {
  borderList,
  checkGeometryBody,
  createHotSpotBody,
  geometryVerdict,
  hotSpotAsItStands,
  hotSpotCollection,
  hotSpotFeature,
  hotSpotQuery,
  moveBorderBody,
  setWindowsBody,
  updateHotSpotBody,
} from './schemas/hot-spots.ts';
import { myPlanning, replanBody } from './schemas/my-planning.ts';
import { syncBody, syncReply } from './schemas/outbox.ts';
import {
  plan,
  planList,
  planning,
  proposeBody,
  recordLossBody,
  saveDraftBody,
  weekBefore,
} from './schemas/plans.ts';
import {
  changePasswordBody,
  createUserBody,
  linkBody,
  removedCount,
  session,
  signInBody,
  updateUserBody,
  user,
  userList,
} from './schemas/session.ts';
import { mapDocument, settings } from './schemas/settings.ts';
import {
  createShiftBody,
  crew,
  joinPatrolBody,
  myShift,
  shift,
  shiftList,
  shiftQuery,
  updateShiftBody,
} from './schemas/shifts.ts';
import { acceptedVisits, acceptVisitsBody, trackFile, trackPreview } from './schemas/tracks.ts';
import {
  changeVisitBody,
  createVisitBody,
  visit,
  visitHistory,
  visitPage,
  visitQuery,
} from './schemas/visits.ts';
import { publishWeekBody, saveWeekBody, week, weekParam, weekPlans } from './schemas/week.ts';
import { walkRoutes } from './walk-routes.ts';

export interface RouteSchemas {
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** The body is a file as it is, no JSON, of `takesBytes` at most (absent: what a track may have). */
  readonly takes?: 'application/octet-stream';
  readonly takesBytes?: number;
  readonly reply: z.ZodType;
  /** What a conflict shows of the thing as it stands; absent: the same as the reply. */
  readonly current?: z.ZodType;
  /** Another success than 200. */
  readonly status?: 201 | 204;
  /** The caller must send the revision it saw as If-Match. */
  readonly ifMatch?: true;
  /** The answer is not JSON. */
  readonly mediaType?: string;
  /** The handler says what goes to the audit log of each reading. */
  readonly logsReading?: true;
  /** The answer names officers: each reading is written to the audit log. */
  readonly readsOfficers?: true;
}

export const api = {
  getSettings: { summary: 'What the app must know before it draws', reply: settings },
  getBaseMap: { summary: 'The vector base map, as GeoJSON', reply: mapDocument },
  getWalkNetwork: { summary: 'The walking network, to draw routes', reply: mapDocument },

  signIn: { summary: 'Sign in with a password', body: signInBody, reply: session },
  redeemSignInLink: { summary: 'Sign in with a single-use link', body: linkBody, reply: session },
  getSession: { summary: 'Who is signed in', reply: session },
  signOut: { summary: 'Sign out', reply: nothing, status: 204 },
  changePassword: {
    summary: 'Change your own password',
    body: changePasswordBody,
    reply: nothing,
    status: 204,
  },

  listUsers: { summary: 'Accounts', reply: userList, readsOfficers: true },
  createUser: { summary: 'Make an account', body: createUserBody, reply: user, status: 201 },
  updateUser: {
    summary: 'Change an account',
    params: idParam,
    body: updateUserBody,
    reply: user,
    ifMatch: true,
  },
  revokeSessions: {
    summary: 'Sign an account out everywhere',
    params: idParam,
    reply: removedCount,
  },
  removeTrialAccounts: { summary: 'Remove all trial accounts', reply: removedCount },

  listHotSpots: {
    summary: 'Hot spots with borders, windows and state',
    query: hotSpotQuery,
    reply: hotSpotCollection,
  },
  createHotSpot: {
    summary: 'Make a hot spot',
    body: createHotSpotBody,
    reply: hotSpotFeature,
    status: 201,
  },
  checkGeometry: {
    summary: 'Measure a border and say what is wrong with it',
    body: checkGeometryBody,
    reply: geometryVerdict,
  },
  getHotSpot: { summary: 'One hot spot', params: idParam, reply: hotSpotFeature },
  updateHotSpot: {
    summary: 'Change what a hot spot says',
    params: idParam,
    body: updateHotSpotBody,
    reply: hotSpotFeature,
    current: hotSpotAsItStands,
    ifMatch: true,
  },
  moveBorder: {
    summary: 'Move the border: a new version',
    params: idParam,
    body: moveBorderBody,
    reply: hotSpotFeature,
    current: hotSpotAsItStands,
    ifMatch: true,
  },
  listBorders: { summary: 'All borders a hot spot has had', params: idParam, reply: borderList },
  setWindows: {
    summary: 'Set the time windows',
    params: idParam,
    body: setWindowsBody,
    reply: hotSpotFeature,
    current: hotSpotAsItStands,
    ifMatch: true,
  },

  listShifts: { summary: 'Shifts by date', query: shiftQuery, reply: shiftList },
  createShift: { summary: 'Make a shift', body: createShiftBody, reply: shift, status: 201 },
  getShift: { summary: 'One shift', params: idParam, reply: shift },
  updateShift: {
    summary: 'Change a shift and its patrols',
    params: idParam,
    body: updateShiftBody,
    reply: shift,
    ifMatch: true,
  },
  deleteShift: {
    summary: 'Delete a shift that nothing has come of',
    params: idParam,
    reply: nothing,
    current: shift,
    status: 204,
    ifMatch: true,
  },
  getCrew: {
    summary: 'Who has joined which patrol',
    params: idParam,
    reply: crew,
    readsOfficers: true,
  },
  getHandover: {
    summary: 'What a shift leaves to the next',
    params: idParam,
    reply: handover,
  },
  getMyShift: { summary: 'The shift as one officer needs it', reply: myShift },
  joinPatrol: { summary: 'Join a patrol', body: joinPatrolBody, reply: myShift },
  getMyPlanning: {
    summary: "What the officer's phone needs to plan the rest of its patrol's shift by itself",
    reply: myPlanning,
  },
  replanMyPatrol: {
    summary: 'A patrol is called away: the rest of its shift as its phone has planned it',
    body: replanBody,
    reply: plan,
  },
  syncOutbox: {
    summary: 'What a phone has done, also without network: each item answered on its own',
    body: syncBody,
    reply: syncReply,
  },

  getPlanning: {
    summary: 'Latest plan, demand and planning task of a shift',
    params: idParam,
    reply: planning,
  },
  getWeekBefore: {
    summary: 'The published plan of the same shift a week before, and what came of it',
    params: idParam,
    reply: weekBefore,
  },
  listPlans: { summary: 'Versions of the plan', params: idParam, reply: planList },
  proposePlan: {
    summary: 'Propose a plan; close the request to cancel',
    params: idParam,
    body: proposeBody,
    reply: plan,
  },
  saveDraft: {
    summary: 'Save a plan changed by hand',
    params: idParam,
    body: saveDraftBody,
    reply: plan,
    ifMatch: true,
  },
  publishPlan: { summary: 'Publish the draft', params: idParam, reply: plan, ifMatch: true },
  recordLoss: {
    summary: 'Say why a planned visit did not come about',
    params: idParam,
    body: recordLossBody,
    reply: nothing,
    status: 204,
  },
  withdrawLoss: { summary: 'Withdraw that', params: idParam, reply: nothing, status: 204 },

  getWeek: {
    summary: 'Seven operational days: shifts, newest plans, and the task of planning them together',
    params: weekParam,
    reply: week,
  },
  saveWeek: {
    summary: 'Save drafts of several shifts, all or none',
    params: weekParam,
    body: saveWeekBody,
    reply: weekPlans,
    current: plan,
  },
  publishWeek: {
    summary: 'Publish several drafts, all or none',
    params: weekParam,
    body: publishWeekBody,
    reply: weekPlans,
    current: plan,
  },

  listVisits: { summary: 'Visits, newest first', query: visitQuery, reply: visitPage },
  createVisit: { summary: 'Log a visit', body: createVisitBody, reply: visit, status: 201 },
  changeVisit: {
    summary: 'End, count, undo, correct or void a visit: a new version',
    params: idParam,
    body: changeVisitBody,
    reply: visit,
    status: 201,
  },
  getVisitHistory: { summary: 'All versions of a visit', params: idParam, reply: visitHistory },

  previewTrack: {
    summary: 'The visits that a file of tracks tells of, beside the log; nothing is stored',
    takes: 'application/octet-stream',
    body: trackFile,
    reply: trackPreview,
  },
  acceptTrackVisits: {
    summary: 'Take visits found in a track into the log; what is there already is not made twice',
    body: acceptVisitsBody,
    reply: acceptedVisits,
  },

  ...coverageRoutes,
  ...incidentRoutes,
  ...promiseRoutes,
  ...positionRoutes,
  ...walkRoutes,
  ...publicationRoutes,

  listAudit: { summary: 'The audit log', query: auditQuery, reply: auditPage },
  getOpenApi: { summary: 'This API as OpenAPI 3.1', reply: mapDocument },
} as const satisfies Record<RouteName, RouteSchemas>;

export type Api = typeof api;

type In<S, K extends string> = S extends Record<K, z.ZodType> ? z.input<S[K]> : undefined;
type Out<S, K extends string> = S extends Record<K, z.ZodType> ? z.output<S[K]> : undefined;

/** What the server sees after parsing. */
export interface ParsedInput<N extends RouteName> {
  readonly params: Out<Api[N], 'params'>;
  readonly query: Out<Api[N], 'query'>;
  readonly body: Out<Api[N], 'body'>;
}
/** What a use case answers: instants as epoch milliseconds. */
export type Reply<N extends RouteName> = z.output<Api[N]['reply']>;
/** What crosses the wire: instants as ISO 8601. */
export type WireReply<N extends RouteName> = z.input<Api[N]['reply']>;
export interface WireInput<N extends RouteName> {
  readonly params: In<Api[N], 'params'>;
  readonly query: In<Api[N], 'query'>;
  readonly body: In<Api[N], 'body'>;
}
