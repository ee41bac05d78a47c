/** Shifts with their patrols, and the officer's own shift. */
import { z } from 'zod';
import { TRAVELS } from '#core/model.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import {
  id,
  instant,
  line,
  localDate,
  municipalityCode,
  newId,
  operationalDate,
  place,
  refuseStrangePeriod,
  revision,
} from './common.ts';
import { lossReason, plannedVisit, plannedVisitState } from './plans.ts';
import { visit } from './visits.ts';

const timeSpan = z.strictObject({ from: instant, to: instant });

export const patrol = z
  .strictObject({
    id,
    callSign: line(20).min(1),
    officers: z.number().int().min(1).max(12).default(2),
    travels: z.enum(TRAVELS).default('foot'),
    startsAt: instant,
    endsAt: instant,
    base: place,
    break: z
      .strictObject({
        durationMin: z.number().int().min(5).max(120),
        earliest: instant,
        latest: instant,
      })
      .nullable()
      .default(null),
    unavailable: z.array(timeSpan).max(20).default([]),
  })
  .meta({ id: 'Patrol' });

const shiftFields = {
  municipality: municipalityCode,
  startsAt: instant,
  endsAt: instant,
  patrols: z.array(patrol).max(12),
};

export const shift = z
  .strictObject({ id, date: operationalDate, ...shiftFields, revision })
  .meta({ id: 'Shift' });

export const shiftSummary = z.strictObject({
  id,
  date: operationalDate,
  municipality: municipalityCode,
  startsAt: instant,
  endsAt: instant,
  patrols: z.number().int(),
  plan: z.enum(['none', 'draft', 'published']),
});

export const shiftList = z.strictObject({ shifts: z.array(shiftSummary) });
/** One answer, no pages: so a year at most. */
export const shiftQuery = z
  .strictObject({ from: localDate, to: localDate })
  .superRefine(refuseStrangePeriod(1, FIELD_TEXTS.longList));
export const createShiftBody = z.strictObject({ id: newId, ...shiftFields });
export const updateShiftBody = z.strictObject(shiftFields);

/** Names of officers: each reading is written to the audit log. */
export const crew = z.strictObject({
  members: z.array(z.strictObject({ patrolId: id, userId: id, displayName: z.string() })),
});

export const joinPatrolBody = z.strictObject({ patrolId: id });

const stop = z.strictObject({
  ...plannedVisit.shape,
  state: plannedVisitState,
  loss: lossReason.nullable(),
  latestStartAt: instant.meta({ description: 'Later than this breaks a window or the next stop.' }),
  walkMinutes: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'From the stop before it, or from the base.' }),
  travels: z
    .enum(TRAVELS)
    .meta({ description: 'How the patrol goes there: with a car only where it is far on foot.' }),
});

const shiftWindow = z.strictObject({
  hotSpotId: id,
  windowId: id,
  opens: instant,
  closes: instant,
  doses: z.number().int(),
});

export const myShift = z
  .strictObject({
    now: instant.meta({ description: "The server's clock, to measure the phone's against." }),
    shift: shift.nullable(),
    patrolId: id.nullable(),
    planNumber: z.number().int().nullable(),
    stops: z.array(stop),
    windows: z.array(shiftWindow),
    visits: z
      .array(visit)
      .meta({ description: "This patrol's visits of the shift, current versions." }),
  })
  .meta({ id: 'MyShift' });
