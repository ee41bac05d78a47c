/** Coverage: promised → planned → delivered, by hot spot and in all. */
import { z } from 'zod';
import { GAP_BOUNDS_HOURS } from '#core/dosage/coverage-figures.ts';
import { REDRAWN_KINDS } from '#core/dosage/redraw-visit.ts';
import { VISIT_SOURCES } from '#core/model.ts';
import { id, instant, localTime, lonLat, municipalityCode } from './common.ts';
import { period } from './coverage-query.ts';
import { hotSpotStateName } from './hot-spots.ts';
import { lossReason } from './plans.ts';

const count = z.number().int().min(0);
const minutes = z.number().min(0);
const amount = z.strictObject({ doses: count, minutes });

const quartiles = z.strictObject({ lower: z.number(), median: z.number(), upper: z.number() });

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
    dwellMin: quartiles.nullable().meta({ description: 'Of doses and short visits.' }),
    longestGapHours: z.number().nullable(),
    gaps: z
      .strictObject({
        count,
        hours: quartiles.nullable(),
        byLength: z.array(count).length(GAP_BOUNDS_HOURS.length + 1),
      })
      .meta({
        description: `Whole gaps between two doses, of all hours; byLength: at most ${GAP_BOUNDS_HOURS.join(', ')} hours, and above.`,
      }),
    streaks: z
      .strictObject({ days: count, daysWithDose: count, longestWith: count, longestWithout: count })
      .meta({ description: 'Of operational days on which a window opened.' }),
    dosesPerDay: z.number().min(0).nullable(),
    windows: z.strictObject({ kept: count, all: count }),
    losses: z.array(z.strictObject({ reason: lossReason, count, minutes })),
    unexplained: z
      .strictObject({ count, minutes })
      .meta({ description: 'Lost, and nobody has said why.' }),
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
      .array(
        z.strictObject({ step: z.string(), promised: count, planned: count, delivered: count }),
      )
      .meta({ description: 'By ISO week (2026-W48); by month (2026-11) in a long period.' }),
  })
  .meta({ id: 'CoverageFigures' });

const weekHours = z
  .strictObject({ weekdays: z.array(z.number()), fromHour: z.number(), toHour: z.number() })
  .meta({ description: 'What is counted of the week; no weekdays: all.' });

/** How hard it is to guess when the patrol comes in a window, and what there is to learn. */
const windowHabit = z.strictObject({
  start: localTime,
  end: localTime,
  visits: count,
  value: z.number().min(0).max(1).nullable().meta({ description: 'Null: too few visits to tell.' }),
  habit: z
    .strictObject({
      weekday: z.number().int().min(1).max(7).nullable(),
      from: localTime,
      to: localTime,
      visits: count,
      of: count,
    })
    .nullable(),
});

export const coverageReport = z
  .strictObject({
    ...period,
    municipality: municipalityCode.nullable(),
    tag: z.string().nullable(),
    hours: weekHours.nullable(),
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
        habits: z
          .array(windowHabit)
          .meta({ description: 'Of the last 28 days of the period, by window.' }),
      }),
    ),
  })
  .meta({ id: 'CoverageReport' });

/** A year: each visit on an earlier border is read and looked at anew. */
export const redrawnCoverage = z
  .strictObject({
    report: coverageReport,
    redrawn: z
      .record(z.enum(REDRAWN_KINDS), count)
      .meta({ description: 'Visits made on an earlier border, by what could be told of them.' }),
  })
  .meta({ id: 'RedrawnCoverage' });

const strip = z.strictObject({ from: instant, to: instant });

export const coverageStrips = z
  .strictObject({
    ...period,
    until: instant,
    hotSpots: z.array(
      z.strictObject({
        hotSpotId: id,
        code: z.string(),
        name: z.string(),
        wantedGapHours: z.number(),
        countedFrom: instant.meta({ description: 'The period’s start, or when it was drawn.' }),
        doses: z.array(strip).meta({ description: 'Visits that are doses, in order.' }),
        planned: z.array(strip).meta({ description: 'Published planned visits that have begun.' }),
      }),
    ),
  })
  .meta({ id: 'CoverageStrips' });
