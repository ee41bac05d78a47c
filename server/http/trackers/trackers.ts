/**
 * Where tracker apps on officers' phones send positions, since a browser cannot track with the screen off.
 * A device's code stands for a session; who may send is decided by the policy, what is kept by the same use case as
 * for the phone's page. Nothing can be read here. Refusals go to no log: an app repeats itself every ten seconds.
 */
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { LIMITS, type TrackerName, trackerPaths } from '#contract/paths.ts';
import { mayTrack } from '#contract/policy.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { userById } from '../../store/people.ts';
import {
  type TrackerDevice,
  touchTrackerDevice,
  trackerDeviceByToken,
} from '../../store/tracker-devices.ts';
import { addPositions } from '../../usecases/positions/add-positions.ts';
import { typedToken } from '../../usecases/positions/tracker-devices.ts';
import { sendProblem } from '../endpoint.ts';
import { readOsmAnd } from './read-osmand.ts';
import { readOwnTracks } from './read-owntracks.ts';
import { limitByAddress, limitByToken } from './tracker-limits.ts';
import type { TrackerMessage } from './tracker-message.ts';

interface Protocol {
  readonly name: TrackerName;
  readonly methods: readonly ('GET' | 'POST')[];
  readonly read: (request: Request) => TrackerMessage;
  readonly accept: (response: Response) => void;
}

const PROTOCOLS: readonly Protocol[] = [
  {
    name: 'osmAnd',
    methods: ['GET', 'POST'],
    read: readOsmAnd,
    accept: (response) => response.status(200).end(),
  },
  {
    name: 'ownTracks',
    methods: ['POST'],
    read: readOwnTracks,
    // OwnTracks expects a list of messages back; there are none for it.
    accept: (response) => response.status(200).json([]),
  },
];

export function trackers(services: Services): Router {
  const router = express.Router();
  const before = [limitByAddress(services), ...bodies()];
  for (const protocol of PROTOCOLS) {
    const path = trackerPaths[protocol.name];
    const byToken = limitByToken(services, (request) => protocol.read(request).token);
    router.all(path, allowed(protocol.methods), ...before, byToken, receive(protocol, services));
  }
  return router;
}

/** Apps are careless with the media type: what is no form is read as JSON. */
function bodies(): RequestHandler[] {
  const limit = LIMITS.trackerBodyBytes;
  const isForm = (request: { headers: { 'content-type'?: string | undefined } }) =>
    request.headers['content-type']?.includes('form-urlencoded') ?? false;
  return [
    express.urlencoded({ limit, extended: false, type: isForm as never }),
    express.json({ limit, strict: false, type: ((request: never) => !isForm(request)) as never }),
  ];
}

function allowed(methods: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (!methods.includes(request.method)) {
      response.setHeader('Allow', methods.join(', '));
      throw new Problem('method-not-allowed');
    }
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

function receive({ name, read, accept }: Protocol, services: Services): RequestHandler {
  return async (request, response) => {
    try {
      await take(name, read(request), services);
      accept(response);
    } catch (error) {
      const isUnknown = error instanceof Problem && error.code === 'unknown-tracker';
      if (isUnknown) response.setHeader('WWW-Authenticate', 'Basic realm="Fotspar"');
      sendProblem(error, request, response, services);
    }
  };
}

async function take(name: TrackerName, message: TrackerMessage, { db, clock }: Services) {
  const now = clock();
  const device = await senderOf(name, message, db);
  const sent = { userId: device.userId, source: device.id, points: message.points(now) };
  await db.writer.transaction().execute(async (tx) => {
    await addPositions(tx, sent, now);
    await touchTrackerDevice(tx, device.id, now);
  });
}

/**
 * A code is found by its hash: how long that takes says nothing about how near a guess was.
 * @throws Problem unknown-tracker; forbidden: the account has been shut, or its role sends no positions
 */
async function senderOf(
  name: TrackerName,
  { token }: TrackerMessage,
  { reader }: Services['db'],
): Promise<TrackerDevice> {
  const device = await trackerDeviceByToken(reader, typedToken(token));
  if (!device || device.revokedAt !== null) throw new Problem('unknown-tracker');
  const user = await userById(reader, device.userId);
  if (!user || user.disabled || !mayTrack(name, user.role)) throw new Problem('forbidden');
  return device;
}
