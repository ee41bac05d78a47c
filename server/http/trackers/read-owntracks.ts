/** OwnTracks in HTTP mode: one JSON message a request; the code is the password of Basic authentication. */
import type { Request } from 'express';
import { ownTracksLocation, ownTracksMessage } from '#contract/schemas/trackers.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { fieldProblem } from '../../problem.ts';
import { parsePoint, pointOf, type TrackerMessage } from './tracker-message.ts';

const ENCRYPTED = {
  sv: 'Meddelandet är krypterat av appen. Töm fältet för krypteringsnyckel i OwnTracks: https skyddar det ändå.',
  en: 'The app has encrypted the message. Empty the encryption key in OwnTracks: https protects it all the same.',
};

export function readOwnTracks(request: Request): TrackerMessage {
  return {
    token: passwordOf(request.headers.authorization) ?? '',
    points: () => pointsOf(request.body),
  };
}

/** RFC 7617: base64 of name and password with a colon between them. */
function passwordOf(header: string | undefined): string | null {
  const [, given] = /^Basic ([\w+/=-]+)$/i.exec(header ?? '') ?? [];
  if (given === undefined) return null;
  const pair = Buffer.from(given, 'base64').toString('utf8');
  return pair.includes(':') ? pair.slice(pair.indexOf(':') + 1) : null;
}

/** An empty message and those that tell of other things than a place are taken in and not kept. */
function pointsOf(body: unknown): readonly TrackPoint[] {
  if (body === undefined || (typeof body === 'object' && Object.keys(body ?? {}).length === 0)) {
    return [];
  }
  const { _type } = parsePoint(ownTracksMessage, body, '');
  if (_type === 'encrypted') throw fieldProblem('bad-request', '/_type', ENCRYPTED);
  if (_type !== 'location') return [];
  const { tst, lat, lon, acc } = parsePoint(ownTracksLocation, body, '');
  return pointOf(tst, [lon, lat], acc);
}
