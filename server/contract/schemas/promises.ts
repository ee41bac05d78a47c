/** Promises, the lines of the ledger, activities, and what surveys say. */
import { z } from 'zod';
import { ACTIVITY_KINDS, ACTIVITY_UNITS } from '#core/promises/activity.ts';
import { PROMISE_OWNERS, PROMISE_SOURCES } from '#core/promises/ledger-line.ts';
import { NOT_NARROWED } from '#core/promises/promise.ts';
import { SURVEYS } from '#core/promises/survey.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import {
  id,
  instant,
  line,
  localDate,
  localTime,
  municipalityCode,
  newId,
  operationalDate,
  refuseStrangePeriod,
} from './common.ts';

const amount = z.number().min(0).max(1_000_000);
const reason = line(LIMITS.note).min(1);
const noteConfirmed = z.boolean().default(false).meta({
  description: 'The writer has seen the warning that the text looks like data on a person.',
});
const number = z.number().int().min(1).max(99);
const versionNumber = z.number().int().min(1);
const owner = z.enum(PROMISE_OWNERS);
const source = z.enum(PROMISE_SOURCES);
const kind = z.enum(ACTIVITY_KINDS);

const narrowing = z.strictObject({
  hotSpotIds: z.array(id).max(100).default([]).meta({ description: 'Of doses. Empty: all.' }),
  tags: z.array(line(40).min(1)).max(20).default([]).meta({ description: 'Of doses.' }),
  kinds: z.array(kind).max(ACTIVITY_KINDS.length).default([]).meta({
    description: 'Of activities. Empty: all.',
  }),
  unit: z.enum(ACTIVITY_UNITS).default('times').meta({ description: 'Of activities.' }),
});

const terms = {
  municipality: municipalityCode,
  number,
  sentence: line(LIMITS.sentence).min(1),
  owner,
  measure: line(LIMITS.name).min(1).meta({ description: 'In words and in the plural.' }),
  source,
  narrowing: narrowing.default({ ...NOT_NARROWED, hotSpotIds: [], tags: [], kinds: [] }),
  target: amount.nullable().meta({ description: 'Null: followed without a figure to reach.' }),
  eveningTarget: amount.nullable().default(null).meta({ description: 'Of walks alone.' }),
  from: localDate,
  to: localDate.meta({ description: 'The last day on which something counts.' }),
};

interface Terms {
  readonly source: string;
  readonly target: number | null;
  readonly eveningTarget: number | null;
  readonly from: string;
  readonly to: string;
}

function asPromise(said: Terms, context: z.core.$RefinementCtx): void {
  refuseStrangePeriod(5, FIELD_TEXTS.longPromise)(said, context);
  const { source, target, eveningTarget } = said;
  if (eveningTarget === null) return;
  const refuse = (message: string) =>
    context.addIssue({ code: 'custom', path: ['eveningTarget'], message });
  if (source !== 'walks') refuse(FIELD_TEXTS.eveningTarget.en);
  else if (target !== null && eveningTarget > target) refuse(FIELD_TEXTS.eveningWithinTarget.en);
}

export const createPromiseBody = z
  .strictObject({ id: newId, noteConfirmed, ...terms })
  .superRefine(asPromise);

const ofVersion = { id: newId, basedOn: versionNumber };

/** A promise is never overwritten: each change is a version with its reason, and older ones can be told. */
export const changePromiseBody = z.discriminatedUnion('change', [
  z
    .strictObject({ ...ofVersion, change: z.literal('edit'), reason, noteConfirmed, ...terms })
    .superRefine(asPromise),
  z.strictObject({ ...ofVersion, change: z.literal('withdraw'), reason, noteConfirmed }),
  z.strictObject({ ...ofVersion, change: z.literal('restore') }),
]);

const part = z.strictObject({
  kind: z.enum(['whole', 'evening']),
  soFar: z.number().min(0),
  target: z.number().nullable(),
});

const forecast = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('kept'), on: operationalDate }),
    z.strictObject({ kind: z.literal('will-be-kept'), on: operationalDate }),
    z.strictObject({
      kind: z.literal('will-not-be-kept'),
      atEnd: z.number().meta({ description: 'Where the straight line ends.' }),
      part: z.literal('evening').exactOptional(),
    }),
    z.strictObject({ kind: z.literal('not-kept') }),
    z.strictObject({ kind: z.literal('unknown') }),
  ])
  .meta({ id: 'PromiseForecast', description: 'By a straight line through what is done so far.' });

const ledgerLine = z
  .strictObject({
    id,
    number,
    municipality: z.string(),
    sentence: z.string(),
    owner,
    source,
    measure: z.string(),
    from: operationalDate,
    to: operationalDate,
    parts: z.array(part).min(1),
    forecast,
  })
  .meta({ id: 'LedgerLine' });

export const ledgerQuery = z
  .strictObject({ from: localDate, to: localDate, municipality: municipalityCode.optional() })
  .superRefine(refuseStrangePeriod(20, FIELD_TEXTS.longReport));

export const ledger = z
  .strictObject({
    from: operationalDate,
    to: operationalDate,
    until: operationalDate.meta({ description: 'The last day that is counted.' }),
    lines: z.array(ledgerLine).meta({ description: 'Promises that hold on some of the days.' }),
    withdrawn: z.array(
      z.strictObject({ id, number, sentence: z.string(), reason: z.string(), at: instant }),
    ),
  })
  .meta({ id: 'Ledger' });

const promiseVersion = z.strictObject({
  versionNumber,
  recordedAt: instant,
  reason: z.string(),
  withdrawn: z.boolean(),
  municipality: z.string(),
  number,
  sentence: z.string(),
  owner,
  measure: z.string(),
  source,
  narrowing: z.strictObject({
    hotSpotIds: z.array(id).meta({ description: 'Empty for the municipality.' }),
    tags: z.array(z.string()),
    kinds: z.array(kind),
    unit: z.enum(ACTIVITY_UNITS),
  }),
  target: z.number().nullable(),
  eveningTarget: z.number().nullable(),
  from: operationalDate,
  to: operationalDate,
});

const strike = z.strictObject({ at: instant, reason: z.string() }).nullable();

export const handFigure = z
  .strictObject({
    id,
    promiseId: id,
    date: operationalDate,
    value: z.number(),
    source: z.string(),
    strike,
  })
  .meta({ id: 'HandFigure' });

export const activity = z
  .strictObject({
    id,
    versionNumber,
    municipality: z.string(),
    kind,
    date: operationalDate,
    start: z.string(),
    end: z.string(),
    minutes: z.number().int(),
    place: z.string(),
    hotSpotId: id.nullable(),
    adults: z.number().int(),
    struck: z.boolean(),
    reason: z.string().meta({ description: 'Of the last change; empty: never changed.' }),
  })
  .meta({ id: 'Activity' });

export const promiseDetail = z
  .strictObject({
    line: ledgerLine,
    until: operationalDate,
    versions: z.array(promiseVersion).min(1).meta({ description: 'First to last.' }),
    months: z.array(z.strictObject({ month: z.string(), amount: z.number() })),
    places: z
      .array(z.strictObject({ id, code: z.string(), name: z.string() }))
      .meta({ description: 'Hot spots whose doses count; none for the municipality.' }),
    walks: z.array(z.strictObject({ heldOn: operationalDate, evening: z.boolean() })),
    activities: z.array(activity),
    figures: z.array(handFigure),
  })
  .meta({ id: 'Promise' });

export const addFigureBody = z.strictObject({
  id: newId,
  date: localDate.meta({ description: 'On which it came about.' }),
  value: amount.meta({ description: 'What came about; figures add up.' }),
  source: line(LIMITS.note).min(1),
  noteConfirmed,
});

export const strikeBody = z.strictObject({ reason, noteConfirmed });

const activityContent = {
  municipality: municipalityCode,
  kind,
  date: localDate,
  start: localTime,
  end: localTime.meta({ description: 'At or before the start: the next day.' }),
  place: line(LIMITS.name).min(1),
  hotSpotId: id.nullable().default(null),
  adults: z.number().int().min(1).max(200),
};

export const createActivityBody = z.strictObject({ id: newId, noteConfirmed, ...activityContent });

export const changeActivityBody = z.discriminatedUnion('change', [
  z.strictObject({
    ...ofVersion,
    change: z.literal('edit'),
    reason,
    noteConfirmed,
    ...activityContent,
  }),
  z.strictObject({ ...ofVersion, change: z.literal('strike'), reason, noteConfirmed }),
  z.strictObject({ ...ofVersion, change: z.literal('restore') }),
]);

export const activityList = z
  .strictObject({
    activities: z.array(activity).meta({ description: 'Newest first, struck ones too.' }),
    totals: z
      .strictObject({ times: z.number(), hours: z.number(), adultHours: z.number() })
      .meta({ description: 'Of those that are not struck.' }),
  })
  .meta({ id: 'Activities' });

const percent = z.number().min(0).max(100);
const survey = z.enum(SURVEYS);
const answers = z.number().int().min(1).max(1_000_000);

export const surveyFigure = z
  .strictObject({
    id,
    municipality: z.string(),
    survey,
    year: z.number().int(),
    question: z.string(),
    percent: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    computed: z.strictObject({ low: z.number(), high: z.number() }).nullable().meta({
      description:
        'Where no interval was given: the exact 95 % interval (Clopper–Pearson), as if those who answered were a simple random sample.',
    }),
    answers: z.number().int(),
    source: z.string(),
    strike,
  })
  .meta({ id: 'SurveyFigure' });

export const surveyQuery = z.strictObject({ municipality: municipalityCode.optional() });
export const surveyList = z.strictObject({ figures: z.array(surveyFigure) });

export const addSurveyBody = z
  .strictObject({
    id: newId,
    municipality: municipalityCode,
    survey,
    year: z.number().int().min(2000).max(2099),
    question: line(LIMITS.sentence).min(1),
    percent,
    low: percent.nullable().meta({
      description:
        'Of the 95 % interval, as its publisher gives. Null, with `high`: it is computed.',
    }),
    high: percent.nullable(),
    answers,
    source: line(LIMITS.note).min(1),
    noteConfirmed,
  })
  .refine(({ low, high }) => (low === null) === (high === null), {
    path: ['high'],
    error: FIELD_TEXTS.wholeInterval.en,
  })
  .refine(
    ({ low, percent: value, high }) =>
      low === null || high === null || (low <= value && value <= high),
    { path: ['low'], error: FIELD_TEXTS.intervalAround.en },
  );
