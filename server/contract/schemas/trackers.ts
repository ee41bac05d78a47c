/**
 * What tracker apps send. Their formats are not ours: fields that we do not keep are let through unread.
 * OsmAnd's protocol: traccar.org/osmand, and Traccar's OsmAndProtocolDecoder. OwnTracks: owntracks.org/booklet/tech/json.
 */
import { z } from 'zod';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import { instant } from './common.ts';

/** Below it a number counts seconds, above it milliseconds: Traccar's own rule. */
const SECONDS_BELOW = 2 ** 31;

function toIso(text: string): string {
  if (!/^\d{1,15}(\.\d+)?$/.test(text)) return text;
  const number = Number(text);
  return new Date(number < SECONDS_BELOW ? number * 1000 : number).toISOString();
}

/** Seconds or milliseconds since 1970, or ISO 8601 with its offset. */
const trackerTime = z
  .union([z.string(), z.number()], { error: FIELD_TEXTS.trackerTime.en })
  .transform((given) => toIso(String(given).trim()))
  .pipe(instant);

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const numberText = z
  .string()
  .trim()
  .min(1)
  .pipe(z.coerce.number({ error: FIELD_TEXTS.number.en }));

/** OsmAnd's query or form: every value is text. */
export const osmAndForm = z.object({
  timestamp: trackerTime.optional(),
  lat: numberText.pipe(latitude),
  lon: numberText.pipe(longitude),
  accuracy: numberText.optional(),
  hdop: numberText.optional(),
  valid: z.string().optional(),
});

/** What the location SDK of Traccar Client 9 sends; without `coords` it tells of the phone, not of a place. */
const sdkLocation = z.object({
  timestamp: trackerTime,
  coords: z.object({ latitude, longitude, accuracy: z.number().nullish() }).optional(),
});

export const traccarMessage = z.object({ location: sdkLocation });
export const traccarBatch = z.object({
  location: z.array(sdkLocation).max(LIMITS.positionsPerBatch),
});

export const ownTracksMessage = z.object({ _type: z.string() });

export const ownTracksLocation = z.object({
  tst: trackerTime,
  lat: latitude,
  lon: longitude,
  acc: z.number().nullish(),
});
