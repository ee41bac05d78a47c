/** Coverage: promised → planned → delivered, by hot spot and in all, and the rows behind each figure. */
import { z } from 'zod';
import { VISIT_SOURCES } from '#core/model.ts';
import { id, instant, localDate, lonLat, municipalityCode, nextPage, pageQuery } from './common.ts';
import { hotSpotStateName } from './hot-spots.ts';
import { lossReason } from './plans.ts';

const count = z.number().int().min(0);
const minutes = z.number().min(0);
const amount = z.strictObject({ doses: count, minutes });

const period = {
  from: localDate.meta({ description: 'First operational day.' }),
  to: localDate.meta({ description: 'Last operational day, included.' }),
};

const inOrder = (query: { from: string; to: string }) => query.from <= query.to;
const ORDER = { error: 'The last day is before the first.', path: ['to'] };

const filter = { ...period, municipality: municipalityCode.optional() };
export const coverageQuery = z.strictObject(filter).refine(inOrder, ORDER);

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
    unpredictability: z.number().min(0).max(1).nullable(),
    grid: z.strictObject({ minutes: dayHourGrid, doses: dayHourGrid }),
    weeks: z.array(z.strictObject({ week: z.string(), promised: count, delivered: count })),
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

export const ROW_KINDS = ['promised', 'planned', 'delivered', 'short', 'lost'] as const;

export const coverageRowsQuery = z
  .strictObject({ ...filter, hotSpotId: id.optional(), kind: z.enum(ROW_KINDS), ...pageQuery })
  .refine(inOrder, ORDER);

export const coverageRows = z
  .strictObject({
    kind: z.enum(ROW_KINDS),
    rows: z.array(
      z.strictObject({
        id: z.string(),
        hotSpotId: id,
        code: z.string(),
        name: z.string(),
        from: instant,
        to: instant.nullable(),
        minutes,
        source: z.enum(VISIT_SOURCES).nullable(),
        late: z.boolean(),
        doses: count.meta({ description: 'Doses wanted for a promised window; 1 or 0 otherwise.' }),
        loss: lossReason.nullable(),
        callSign: z.string().nullable(),
      }),
    ),
    next: nextPage,
  })
  .meta({ id: 'CoverageRows' });

export const csvText = z.string();
