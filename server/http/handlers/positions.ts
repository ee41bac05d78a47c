/** The authority's GPS rules, and an officer's own consent, positions and tracker apps. */
import { LIMITS } from '#contract/paths.ts';
import type { GpsRules } from '#core/positions/gps-rules.ts';
import type { Executor } from '../../store/database.ts';
import { PHONE_SOURCE } from '../../store/positions.ts';
import type { TrackerDevice } from '../../store/tracker-devices.ts';
import { addPositions } from '../../usecases/positions/add-positions.ts';
import { setConsent } from '../../usecases/positions/consent.ts';
import { deleteOwnPositions } from '../../usecases/positions/forget-positions.ts';
import { setGpsRules as applyRules, gpsRules } from '../../usecases/positions/gps-rules.ts';
import { ownGps, ownTrack } from '../../usecases/positions/own-track.ts';
import {
  linkTracker as link,
  unlinkTracker as unlink,
} from '../../usecases/positions/tracker-devices.ts';
import { actorOf, answer, type Call, circumstances, type Handler } from '../call.ts';

const rulesReply = ({ on, retentionDays, revision }: GpsRules) => ({ on, retentionDays, revision });

const trackerReply = ({ id, name, createdAt, revokedAt, lastSeenAt }: TrackerDevice) => ({
  id,
  name,
  createdAt,
  revokedAt,
  lastSeenAt,
});

const getGpsRules: Handler<'getGpsRules'> = {
  run: async (db) => {
    const rules = await gpsRules(db);
    return { reply: rulesReply(rules), etag: rules.revision };
  },
};

const setGpsRules: Handler<'setGpsRules'> = {
  run: async (tx, { body, ifRevision, now }) => {
    const { result, audit } = await applyRules(tx, body, ifRevision, now);
    return { reply: rulesReply(result), etag: result.revision, audit };
  },
};

async function myGpsReply(db: Executor, call: Call<'getMyGps'> | Call<'setMyConsent'>) {
  const mine = await ownGps(db, actorOf(call).id);
  return { ...mine, stored: { ...mine.stored }, trackers: mine.trackers.map(trackerReply) };
}

const getMyGps: Handler<'getMyGps'> = {
  run: async (db, call) => ({ reply: await myGpsReply(db, call) }),
};

const setMyConsent: Handler<'setMyConsent'> = {
  run: async (tx, call) => {
    const { audit } = await setConsent(tx, call.body.given, circumstances(call));
    return { reply: await myGpsReply(tx, call), audit };
  },
};

const addMyPositions: Handler<'addMyPositions'> = {
  run: async (tx, call) => {
    const { points } = call.body;
    const sent = { userId: actorOf(call).id, source: PHONE_SOURCE, points };
    const { result, audit } = await addPositions(tx, sent, call.now);
    return { reply: { ...result }, audit };
  },
};

const getMyPositions: Handler<'getMyPositions'> = {
  run: async (db, call) => {
    const { points, visits } = await ownTrack(db, call.query, circumstances(call));
    return { reply: { points: [...points], visits: [...visits] } };
  },
};

const deleteMyPositions: Handler<'deleteMyPositions'> = {
  run: async (tx, call) => {
    const { result, audit } = await deleteOwnPositions(tx, circumstances(call));
    return { reply: { ...result }, audit };
  },
};

const linkTracker: Handler<'linkTracker'> = {
  run: async (tx, call) => {
    const wanted = { ...call.body, atMost: LIMITS.trackersPerOfficer };
    const { result, audit } = await link(tx, wanted, circumstances(call));
    const { tracker, token } = result;
    const status = Array.isArray(audit) ? 200 : 201;
    return { reply: { tracker: trackerReply(tracker), token }, audit, status };
  },
};

const unlinkTracker: Handler<'unlinkTracker'> = {
  run: async (tx, call) => answer(await unlink(tx, call.params.id, circumstances(call))),
};

export const positionHandlers = {
  getGpsRules,
  setGpsRules,
  getMyGps,
  setMyConsent,
  addMyPositions,
  getMyPositions,
  deleteMyPositions,
  linkTracker,
  unlinkTracker,
};
