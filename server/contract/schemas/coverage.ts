/** Coverage: promised → planned → delivered, by hot spot and in all, and the rows behind each figure. */
import { z } from 'zod';
import { daysIn } from '#core/calendar/period.ts';
import { GAP_BOUNDS_HOURS } from '#core/dosage/coverage-figures.ts';
import { REDRAWN_KINDS } from '#core/dosage/redraw-visit.ts';
import { LOSS_REASONS, VISIT_SOURCES } from '#core/model.ts';
import {
  LONGEST_AFRESH_DAYS,
  LONGEST_VISIT_BOOK_DAYS,
  LONGEST_VISIT_LIST_DAYS,
} from '../coverage-limits.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import {
  id,
  instant,
  line,
  localDate,
  localTime,
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

const quartiles = z.strictObject({ lower: z.number(), median: z.number(), upper: z.number() });

const period = {
  from: localDate.meta({ description: 'First operational day.' }),
  to: localDate.meta({ description: 'Last operational day, included.' }),
};

const asReport = refuseStrangePeriod(20, FIELD_TEXTS.longReport);

const hourOfDay = z.coerce.number().int().min(0).max(23);

const filter = {
  ...period,
  municipality: municipalityCode.optional(),
  tag: line(30).optional().meta({ description: 'Only hot spots that have it.' }),
  weekdays: z
    .string()
    .regex(/^[1-7](,[1-7]){0,6}$/, { error: FIELD_TEXTS.weekdayList.en })
    .optional()
    .meta({
      description: 'ISO weekdays of the operational day, 1 = Monday: `5,6`.',
      example: '5,6',
    }),
  fromHour: hourOfDay.optional().meta({
    description:
      'With toHour: only what begins from the one wall-clock hour to the other, over midnight too.',
  }),
  toHour: hourOfDay.optional(),
};

interface AskedHours {
  readonly fromHour?: number | undefined;
  readonly toHour?: number | undefined;
}

interface Filtered {
  readonly from: string;
  readonly to: string;
  readonly weekdays?: string | undefined;
}

function refuseHalfHours({ fromHour, toHour }: AskedHours, context: z.core.$RefinementCtx): void {
  if ((fromHour === undefined) === (toHour === undefined)) return;
  const path = [fromHour === undefined ? 'fromHour' : 'toHour'];
  context.addIssue({ code: 'custom', path, message: FIELD_TEXTS.bothHours.en });
}

function refuseLongFilter(query: AskedHours & Filtered, context: z.core.$RefinementCtx): void {
  const isFiltered = query.weekdays !== undefined || query.fromHour !== undefined;
  if (!isFiltered || daysIn(query) <= LONGEST_AFRESH_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longFilter.en });
}

export const coverageQuery = z
  .strictObject(filter)
  .superRefine(asReport)
  .superRefine(refuseHalfHours)
  .superRefine(refuseLongFilter);

export const visitListQuery = coverageQuery.superRefine((query, context) => {
  if (daysIn(query) <= LONGEST_VISIT_LIST_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longList.en });
});

export const visitBookQuery = coverageQuery.superRefine((query, context) => {
  if (daysIn(query) <= LONGEST_VISIT_BOOK_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longVisitBook.en });
});

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
export const redrawnQuery = coverageQuery.superRefine(({ from, to }, context) => {
  if (to < from || daysIn({ from, to }) <= LONGEST_AFRESH_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longRedrawn.en });
});

export const redrawnCoverage = z
  .strictObject({
    report: coverageReport,
    redrawn: z
      .record(z.enum(REDRAWN_KINDS), count)
      .meta({ description: 'Visits made on an earlier border, by what could be told of them.' }),
  })
  .meta({ id: 'RedrawnCoverage' });

/**
 * `present`: doses and short visits that touch the period, what the minutes and the median are counted from. `above`:
 * those that stayed beyond their ceiling. `gap`: the time between two doses, and at the edges of the period.
 */
export const ROW_KINDS = [
  'promised',
  'planned',
  'delivered',
  'present',
  'above',
  'short',
  'lost',
  'gap',
] as const;

export const coverageRowsQuery = z
  .strictObject({
    ...filter,
    hotSpotId: id.optional(),
    kind: z.enum(ROW_KINDS),
    source: z.enum(VISIT_SOURCES).optional(),
    late: z.stringbool().optional(),
    loss: z
      .enum([...LOSS_REASONS, 'none'])
      .optional()
      .meta({ description: 'Of what was lost; none: nobody has said why.' }),
    offered: z.stringbool().optional().meta({
      description: 'Of what was lost: true for offered and missed, false for never offered.',
    }),
    gapBin: z.coerce.number().int().min(0).max(GAP_BOUNDS_HOURS.length).optional().meta({
      description: 'Of the gaps: the place in gaps.byLength. Those at the edges are in none.',
    }),
    cell: z.coerce.number().int().min(0).max(167).optional().meta({
      description: 'Of the day × hour grid: Monday’s 24 hours from the start of the day, then on.',
    }),
    ...pageQuery,
  })
  .superRefine(asReport)
  .superRefine(refuseHalfHours)
  .superRefine(refuseLongFilter)
  .superRefine((query, context) => {
    if (query.kind !== 'gap' || daysIn(query) <= LONGEST_AFRESH_DAYS) return;
    context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longGaps.en });
  });

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
          minutes: minutes.meta({
            description: 'Of a visit: the part in the period; of above: beyond the ceiling.',
          }),
          officers: count.nullable().meta({ description: 'Of a visit: how many were there.' }),
          source: z.enum(VISIT_SOURCES).nullable(),
          late: z.boolean(),
          doses: count.meta({
            description: 'Doses wanted for a promised window; 1 or 0 otherwise.',
          }),
          answered: count.nullable().meta({ description: 'Doses that a promised window got.' }),
          loss: lossReason.nullable(),
          edge: z.boolean().meta({
            description: 'Of a gap: it begins or ends with the period, not with a dose.',
          }),
          callSign: z.string().nullable(),
        }),
      )
      .meta({ description: 'Newest first; gaps: longest first.' }),
    next: nextPage,
  })
  .meta({ id: 'CoverageRows' });

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

export const csvText = z.string();

/** The bytes of a file. */
export const fileBytes = z.instanceof(Uint8Array).meta({
  override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) =>
    Object.assign(jsonSchema, { type: 'string', format: 'binary' }),
});
