/** Visits found in tracks, on their way into the log. */
import { z } from 'zod';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import { problemDocument } from '../problem.ts';
import { id, instant } from './common.ts';
import { visit } from './visits.ts';

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
