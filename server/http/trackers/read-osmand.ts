/** OsmAnd's protocol in the forms that Traccar Client has sent over the years: query, form, and its location SDK's JSON. */
import type { Request } from 'express';
import type { z } from 'zod';
import { osmAndForm, traccarBatch, traccarMessage } from '#contract/schemas/trackers.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { parsePoint, pointOf, type TrackerMessage } from './tracker-message.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Metres of error for each unit of horizontal dilution of precision: a civil receiver's usual 5 m of range error. */
const METRES_PER_HDOP = 5;

export function readOsmAnd(request: Request): TrackerMessage {
  const query: Fields = { ...request.query };
  const body: unknown = request.body;
  const sent: Fields = typeof body === 'object' && body !== null ? { ...body } : {};
  const token = textOf(sent.device_id ?? sent.id ?? sent.deviceid ?? query.id ?? query.deviceid);
  if ('location' in sent) return { token, points: () => sdkPoints(sent) };
  const isForm = Object.keys(sent).length > 0;
  const fields = filled({ ...query, ...sent });
  return { token, points: (now) => formPoint(fields, isForm ? '' : '?', now) };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The app sends the names of what it does not know, with nothing after them. */
const filled = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

function formPoint(fields: Fields, where: '' | '?', now: number): readonly TrackPoint[] {
  const {
    timestamp = now,
    lat,
    lon,
    accuracy,
    hdop,
    valid,
  } = parsePoint(osmAndForm, fields, where);
  if (valid === 'false' || valid === '0') return [];
  const told = accuracy ?? (hdop === undefined ? null : hdop * METRES_PER_HDOP);
  return pointOf(timestamp, [lon, lat], told);
}

type SdkLocation = z.output<typeof traccarMessage>['location'];

function sdkPoints(sent: Fields): readonly TrackPoint[] {
  const locations: readonly SdkLocation[] = Array.isArray(sent.location)
    ? parsePoint(traccarBatch, sent, '').location
    : [parsePoint(traccarMessage, sent, '').location];
  return locations.flatMap(({ timestamp, coords }) =>
    coords ? pointOf(timestamp, [coords.longitude, coords.latitude], coords.accuracy) : [],
  );
}
