/** Tracks: what a file tells of a patrol's visits, and which of them go into the log. */
import { z } from 'zod';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import { problemDocument } from '../problem.ts';
import { id, instant, lonLat } from './common.ts';
import { visit } from './visits.ts';

/** As it was recorded: GPX, KML, GeoJSON, CSV or NDJSON; the content shows which. */
export const trackFile = z.instanceof(Uint8Array, { error: FIELD_TEXTS.file.en }).meta({
  override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
    Object.assign(jsonSchema, { type: 'string', format: 'binary' });
  },
});

const foundVisit = z.strictObject({
  hotSpotId: id,
  startedAt: instant,
  endedAt: instant,
  openStart: z.boolean().meta({ description: 'They were there when the track began.' }),
  openEnd: z.boolean().meta({ description: 'They were there when the track ended.' }),
  logged: z.array(id).meta({ description: 'Visits of the log that tell of the same presence.' }),
  struck: z.boolean().meta({ description: 'It was in the log and has been voided.' }),
  planned: z
    .array(z.strictObject({ slotId: id, patrolId: id, startsAt: instant, endsAt: instant }))
    .meta({ description: 'For each patrol the planned visit that it would answer.' }),
});

const track = z.strictObject({
  unit: z.string().nullable(),
  points: z.number().int(),
  from: instant,
  to: instant,
  line: z.array(lonLat),
  visits: z.array(foundVisit),
});

const trackPatrol = z.strictObject({
  id,
  callSign: z.string(),
  officers: z.number().int(),
  startsAt: instant,
  endsAt: instant,
});

export const trackPreview = z.strictObject({
  tracks: z.array(track),
  logged: z.array(visit).meta({ description: 'Visits of the log in the time of the tracks.' }),
  patrols: z.array(trackPatrol).meta({ description: 'Those on duty in the time of the tracks.' }),
});

export const acceptVisitsBody = z.strictObject({
  visits: z
    .array(
      z
        .strictObject({
          hotSpotId: id,
          patrolId: id.nullable().default(null),
          startedAt: instant,
          endedAt: instant,
          officers: z.number().int().min(1).max(12).default(2),
          takeTimes: z.boolean().default(false).meta({
            description: 'Where it was logged by hand too, the times given here replace those.',
          }),
        })
        .refine(({ startedAt, endedAt }) => startedAt < endedAt, {
          path: ['endedAt'],
          error: FIELD_TEXTS.visitOrder.en,
        }),
    )
    .min(1)
    .max(LIMITS.acceptedVisits),
});

/** One answer for each visit, in order. */
export const acceptedVisits = z.strictObject({
  answers: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['created', 'confirmed', 'known']), visit }),
      z.strictObject({ kind: z.literal('refused'), problem: problemDocument }),
    ]),
  ),
});
