/** Coverage: promised → planned → delivered, by hot spot and in all, and the rows behind each figure. */
import { z } from 'zod';
import { VISIT_SOURCES } from '#core/model.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import {
  id,
  instant,
  localDate,
  lonLat,
  municipalityCode,
  nextPage,
  pageQuery,
  refuseStrangePeriod,
} from './common.ts';
import { hotSpotStateName } from './hot-spots.ts';
import { lossReason } from './plans.ts';

const count = z.number().int().min(0);
const minutes = z.number().min(0);
const amount = z.strictObject({ doses: count, minutes });

const period = {
  from: localDate.meta({ description: 'First operational day.' }),
  to: localDate.meta({ description: 'Last operational day, included.' }),
};

const asReport = refuseStrangePeriod(20, FIELD_TEXTS.longReport);

const filter = { ...period, municipality: municipalityCode.optional() };
export const coverageQuery = z.strictObject(filter).superRefine(asReport);

/** Seven operational days from Monday × 24 hours from the start of the operational day. */
const dayHourGrid = z.array(z.array(z.number()).length(24)).length(7);

export const coverageFigures = z
  .strictObject({
    promised: amount,
    planned: amount,
    delivered: amount.meta({
      description:
        'Doses, and patrol minutes: the union of intervals, split at the border of the day.',
    }),
    personMinutes: minutes,
    minutesAboveCeiling: minutes,
    visits: z.strictObject({
      dose: count,
      overCeiling: count.meta({ description: 'Of the doses: longer than the ceiling.' }),
      short: count,
      passThrough: count,
    }),
    bySource: z.record(z.enum(VISIT_SOURCES), count),
    late: count,
    medianDwellMin: minutes.nullable(),
    longestGapHours: z.number().nullable(),
    windows: z.strictObject({ kept: count, all: count }),
    losses: z.array(z.strictObject({ reason: lossReason, count, minutes })),
    plannedNotDelivered: count.meta({ description: 'notOffered + missed: no dose came of them.' }),
    notOffered: count.meta({ description: 'Planned, but no patrol could be offered (staffing).' }),
    missed: count.meta({ description: 'Offered and not carried out, whatever the reason.' }),
    unpredictability: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'Of the last 28 days of the period; null: too few visits to tell.' }),
    trend: z
      .array(z.strictObject({ step: z.string(), promised: count, delivered: count }))
      .meta({ description: 'By ISO week (2026-W48); by month (2026-11) in a long period.' }),
  })
  .meta({ id: 'CoverageFigures' });

export const coverageReport = z
  .strictObject({
    ...period,
    municipality: municipalityCode.nullable(),
    until: instant.meta({
      description: 'What is later than this is not counted: the end of the period, or now.',
    }),
    definitions: z
      .string()
      .meta({ description: 'Version of the definitions that the figures follow.' }),
    days: z.strictObject({ passed: count, all: count }),
    totals: coverageFigures,
    grid: z
      .strictObject({ minutes: dayHourGrid, doses: dayHourGrid })
      .meta({ description: 'Of all hot spots together; zeros for the municipality.' }),
    hotSpots: z.array(
      z.strictObject({
        hotSpotId: id,
        code: z.string(),
        name: z.string(),
        labelPoint: lonLat,
        state: hotSpotStateName.meta({
          description: 'Doses delivered against promised in the period.',
        }),
        figures: coverageFigures,
      }),
    ),
  })
  .meta({ id: 'CoverageReport' });

/** `present`: doses and short visits that touch the period, what the minutes and the median are counted from. */
export const ROW_KINDS = ['promised', 'planned', 'delivered', 'present', 'short', 'lost'] as const;

export const coverageRowsQuery = z
  .strictObject({
    ...filter,
    hotSpotId: id.optional(),
    kind: z.enum(ROW_KINDS),
    source: z.enum(VISIT_SOURCES).optional(),
    late: z.stringbool().optional(),
    loss: lossReason.optional(),
    cell: z.coerce.number().int().min(0).max(167).optional().meta({
      description: 'Of the day × hour grid: Monday’s 24 hours from the start of the day, then on.',
    }),
    ...pageQuery,
  })
  .superRefine(asReport);

export const coverageRows = z
  .strictObject({
    kind: z.enum(ROW_KINDS),
    rows: z
      .array(
        z.strictObject({
          id: z.string(),
          hotSpotId: id,
          code: z.string(),
          name: z.string(),
          from: instant,
          to: instant.meta({ description: 'Of a visit that goes on: until when it is counted.' }),
          minutes: minutes.meta({ description: 'Of a visit: the part in the period.' }),
          source: z.enum(VISIT_SOURCES).nullable(),
          late: z.boolean(),
          doses: count.meta({
            description: 'Doses wanted for a promised window; 1 or 0 otherwise.',
          }),
          answered: count.nullable().meta({ description: 'Doses that a promised window got.' }),
          loss: lossReason.nullable(),
          callSign: z.string().nullable(),
        }),
      )
      .meta({ description: 'Newest first.' }),
    next: nextPage,
  })
  .meta({ id: 'CoverageRows' });

export const csvText = z.string();
