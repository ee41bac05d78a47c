/** The schemas of the routes for positions: a part of `api.ts`, which would be too long with them. */
import { idParam, nothing } from './schemas/common.ts';
import {
  addedPositions,
  addPositionsBody,
  consentBody,
  gpsRules,
  linkedTracker,
  linkTrackerBody,
  ownGps,
  ownTrack,
  positionQuery,
  setGpsRulesBody,
} from './schemas/positions.ts';
import { removedCount } from './schemas/session.ts';

export const positionRoutes = {
  getGpsRules: { summary: 'Whether positions may be kept, and how long', reply: gpsRules },
  setGpsRules: {
    summary: 'Turn positions on or off for everybody, and set how long they are kept',
    body: setGpsRulesBody,
    reply: gpsRules,
    ifMatch: true,
  },
  getMyGps: { summary: 'What is stored about you, and your tracker apps', reply: ownGps },
  setMyConsent: {
    summary: 'Agree to have your positions kept, or withdraw that',
    body: consentBody,
    reply: ownGps,
  },
  addMyPositions: {
    summary: 'Send your own positions; late and doubled ones are welcome',
    body: addPositionsBody,
    reply: addedPositions,
  },
  getMyPositions: {
    summary: 'Your own positions and the visits found in them; nobody else can read them',
    query: positionQuery,
    reply: ownTrack,
  },
  deleteMyPositions: { summary: 'Delete all your own positions', reply: removedCount },
  linkTracker: {
    summary: 'Link a tracker app; its code is shown this once',
    body: linkTrackerBody,
    reply: linkedTracker,
    status: 201,
  },
  unlinkTracker: { summary: 'Unlink a tracker app', params: idParam, reply: nothing, status: 204 },
} as const;
