/** Positions that an officer has agreed to: the authority's rules, what is stored, and the apps that may send. */
import { z } from 'zod';
import { RETENTION_DAYS } from '#core/positions/gps-rules.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import { id, instant, line, lonLat, newId, revision } from './common.ts';

const retentionDays = z.number().int().min(RETENTION_DAYS.least).max(RETENTION_DAYS.most);

export const gpsRules = z
  .strictObject({ on: z.boolean(), retentionDays, revision })
  .meta({ id: 'GpsRules' });

export const setGpsRulesBody = z.strictObject({ on: z.boolean(), retentionDays });

const tracker = z
  .strictObject({
    id,
    name: z.string(),
    createdAt: instant,
    revokedAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
  })
  .meta({ id: 'Tracker' });

export const ownGps = z
  .strictObject({
    on: z.boolean().meta({ description: "The authority's switch." }),
    retentionDays,
    consentGivenAt: instant.nullable(),
    stored: z.strictObject({
      count: z.number().int(),
      oldest: instant.nullable(),
      newest: instant.nullable(),
    }),
    trackers: z.array(tracker),
  })
  .meta({ id: 'OwnGps' });

export const consentBody = z.strictObject({ given: z.boolean() });

/** No phone's circle of error is larger than this, whatever it has lost. */
const accuracyM = z.number().min(0).max(100_000).nullable();

const position = {
  at: instant.meta({ description: 'By the clock of the device.' }),
  lonLat,
  accuracyM: accuracyM.meta({ description: 'Radius in metres; null: not told.' }),
};

export const addPositionsBody = z.strictObject({
  points: z.array(z.strictObject(position)).min(1).max(LIMITS.positionsPerBatch),
});

const count = z.number().int();

export const addedPositions = z
  .strictObject({ stored: count, known: count, tooOld: count, inFuture: count })
  .meta({ description: 'What became of each point; the sender may forget them all.' });

const longest = LIMITS.positionHours * 3_600_000;

export const positionQuery = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => from < to && to - from <= longest, {
    path: ['to'],
    error: FIELD_TEXTS.positionSpan.en,
  });

export const ownTrack = z
  .strictObject({
    points: z.array(
      z.strictObject({
        ...position,
        source: z.string().meta({ description: '`phone`, or the id of a tracker app.' }),
      }),
    ),
    visits: z.array(
      z.strictObject({
        hotSpotId: id,
        from: instant,
        to: instant,
        openStart: z.boolean(),
        openEnd: z.boolean(),
        patrolId: id.nullable().meta({ description: 'Your patrol at the time.' }),
        loggedAs: id.nullable().meta({ description: 'The logged visit of the same time.' }),
      }),
    ),
  })
  .meta({ id: 'OwnTrack' });

export const linkTrackerBody = z.strictObject({ id: newId, name: line(40).min(1) });

export const linkedTracker = z.strictObject({
  tracker,
  token: z.string().meta({ description: 'Shown this once: only its hash is kept.' }),
});
