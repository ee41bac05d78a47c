/** The schemas of the routes for safety walks: a part of `api.ts`, which would be too long with them. */
import { LIMITS } from './paths.ts';
import { idParam, nothing } from './schemas/common.ts';
import { csvText } from './schemas/files.ts';
import {
  addedWindow,
  addPointBody,
  answerBody,
  calendarText,
  createWalkBody,
  photoFacts,
  photoFile,
  photoParam,
  pointAnswer,
  pointWindowBody,
  updatePointBody,
  updateWalkBody,
  walk,
  walkList,
  walkPoint,
  walkQuery,
  walkReport,
} from './schemas/walks.ts';

export const walkRoutes = {
  listWalks: {
    summary: 'Safety walks with the sums of their points, the latest first',
    query: walkQuery,
    reply: walkList,
  },
  createWalk: { summary: 'Plan a safety walk', body: createWalkBody, reply: walk, status: 201 },
  getWalk: {
    summary: 'A walk with its points, answers, photos, and what has come of them',
    params: idParam,
    reply: walkReport,
  },
  updateWalk: {
    summary: 'Change a walk: its meetings, route, state',
    params: idParam,
    body: updateWalkBody,
    reply: walk,
    ifMatch: true,
  },
  addWalkPoint: {
    summary: 'Raise a point on a walk',
    params: idParam,
    body: addPointBody,
    reply: walkPoint,
    status: 201,
  },
  updateWalkPoint: {
    summary: 'Change a point: who is to do it, until when, whether it is done',
    params: idParam,
    body: updatePointBody,
    reply: walkPoint,
    ifMatch: true,
  },
  answerWalkPoint: {
    summary: "Register the owner's answer; earlier answers stay",
    params: idParam,
    body: answerBody,
    reply: pointAnswer,
    status: 201,
  },
  makeWalkPointWindow: {
    summary: 'Make a point a time window of a hot spot',
    params: idParam,
    body: pointWindowBody,
    reply: addedWindow,
    status: 201,
  },
  addWalkPhoto: {
    summary: 'Add a photo of the place; it is made smaller and loses where and when it was taken',
    params: photoParam,
    takes: 'application/octet-stream',
    takesBytes: LIMITS.photoBytes,
    body: photoFile,
    reply: photoFacts,
    status: 201,
  },
  getWalkPhoto: {
    summary: 'A photo of a place',
    params: idParam,
    reply: photoFile,
    mediaType: 'image/jpeg',
    logsReading: true,
  },
  deleteWalkPhoto: {
    summary: 'Delete a photo: nothing of it is kept',
    params: idParam,
    reply: nothing,
    status: 204,
  },
  exportWalksCalendar: {
    summary: 'The meetings of the walks, for a calendar',
    query: walkQuery,
    reply: calendarText,
    mediaType: 'text/calendar',
  },
  exportWalkPointsCsv: {
    summary: 'The points of all walks as CSV',
    query: walkQuery,
    reply: csvText,
    mediaType: 'text/csv',
  },
} as const;
