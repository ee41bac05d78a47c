/** What the incidents say of the hot spots: score card, hot hours, density, effect. "We cannot know" is one of the answers. */
import { z } from 'zod';
import { RING_WIDTHS_M } from '#core/evaluation/rings.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { id, instant, localDate, localTime, municipalityCode } from './common.ts';

const count = z.number().min(0);
const whole = z.number().int().min(0);

const harmVersion = z.strictObject({ version: z.number().int(), name: z.string() });
const data = z
  .strictObject({ from: instant, to: instant })
  .nullable()
  .meta({ description: 'From the first incident to the last; null: there is none.' });

const measure = z.union([
  z.strictObject({ known: z.literal(true), value: z.number() }),
  z.strictObject({
    known: z.literal(false),
    reason: z.enum(['too-few', 'no-events', 'no-size']),
  }),
]);

const interval = z.strictObject({ low: z.number(), high: z.number() });

const knownChange = z.strictObject({
  known: z.literal(true),
  change: z.number().meta({ description: '−0.25: a quarter fewer.' }),
  low: z.number(),
  high: z.number(),
});

const refused = <const Reason extends string>(reasons: readonly Reason[]) =>
  z.strictObject({ known: z.literal(false), reason: z.enum(reasons) });

const change = z.union([knownChange, refused(['base-too-small', 'zero-cell'])]);

/** Of two periods that must both have been imported. */
const effectChange = z.union([
  knownChange,
  refused(['not-covered', 'base-too-small', 'zero-cell']),
]);

const size = z.strictObject({ areaM2: count, streetM: count.nullable() });
const caught = z.strictObject({
  events: count.meta({ description: 'Aoristic: a span counts by the share of it held out.' }),
  harm: count,
  whole: whole.meta({ description: 'By the middle of the span; what the interval is of.' }),
});

const score = {
  caught,
  size,
  hitRate: measure,
  hitRateInterval: interval.nullable().meta({ description: '95 %, Clopper–Pearson.' }),
  pai: measure.meta({ description: '(n/N) ÷ (a/A) by area.' }),
  paiByStreet: measure.meta({ description: 'The same by length of street.' }),
  harmHitRate: measure,
  harmPai: measure,
};

const setScore = z.strictObject({
  ...score,
  pei: measure.meta({ description: 'PAI ÷ the best that so many cells could have had.' }),
});

const firstOfMonth = localDate.regex(/-01$/, { error: FIELD_TEXTS.firstOfMonth.en });

export const scoreCardQuery = z.strictObject({
  municipality: municipalityCode.optional(),
  heldOutFrom: firstOfMonth.optional().meta({
    description: 'First day of the months held out; absent: the last third.',
  }),
});

export const scoreCard = z
  .strictObject({
    harm: harmVersion,
    data,
    splits: z.array(z.string()).meta({ description: 'From which months on could be held out.' }),
    judged: z
      .strictObject({
        heldOutFrom: z.string(),
        heldOutBy: z.enum(['month', 'day']),
        until: instant,
        extent: z.strictObject({ basis: z.enum(['network', 'incidents']), ...size.shape }),
        earlier: count,
        held: caught,
        outside: whole.meta({ description: 'Incidents outside the extent; they count nowhere.' }),
        cellM: z.number(),
        bandwidthM: z.number(),
        beyond: z
          .array(z.strictObject({ hotSpotId: id, code: z.string(), name: z.string() }))
          .meta({ description: 'Hot spots outside the extent: nothing can be said of them.' }),
        drawn: setScore,
        densest: setScore,
        places: z.array(
          z.strictObject({
            hotSpotId: id,
            code: z.string(),
            name: z.string(),
            ...score,
            before: whole,
            stability: change,
            suggestion: z.strictObject({
              advice: z.enum(['keep', 'shrink', 'move', 'retire', 'unknown']),
              reason: z.enum([
                'none-in-two-tertials',
                'too-few',
                'no-denser-than-town',
                'denser-outside',
                'half-is-enough',
                'denser-than-town',
                'cannot-tell',
              ]),
              part: whole.nullable(),
              all: whole.nullable(),
              interval: interval.nullable(),
              against: z.number().nullable(),
            }),
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'ScoreCard' });

export const hotHoursQuery = z.strictObject({ heldOutFrom: firstOfMonth.optional() });

const weekGrid = z.array(z.array(z.number()).length(24)).length(7);

export const hotHours = z
  .strictObject({
    hotSpotId: id,
    nearM: z.number(),
    data,
    heldOutFrom: z.string().nullable(),
    incidents: weekGrid.meta({
      description: 'Operational days from Monday × hours from the start of the day.',
    }),
    open: weekGrid.meta({ description: 'The share of each hour that a window is open, 0–1.' }),
    count: whole,
    caught: z.number().min(0).max(1),
    windows: z.array(
      z.strictObject({
        id,
        weekdays: z.array(z.number().int()),
        start: localTime,
        end: localTime,
      }),
    ),
    suggestion: z.union([
      z.strictObject({
        known: z.literal(true),
        now: z.number(),
        move: z
          .strictObject({
            windowId: id,
            start: localTime,
            end: localTime,
            now: z.number(),
            after: z.number(),
          })
          .nullable(),
      }),
      z.strictObject({
        known: z.literal(false),
        reason: z.enum(['too-few', 'no-windows']),
        earlier: whole,
        held: whole,
      }),
    ]),
  })
  .meta({ id: 'HotHours' });

const inOrder = (context: z.core.$RefinementCtx, from: string, to: string, path: string) => {
  if (to < from)
    context.addIssue({ code: 'custom', path: [path], message: FIELD_TEXTS.periodOrder.en });
};

export const densityQuery = z
  .strictObject({
    municipality: municipalityCode.optional(),
    from: localDate,
    to: localDate,
    by: z.enum(['count', 'harm']).default('count'),
  })
  .superRefine(({ from, to }, context) => inOrder(context, from, to, 'to'));

export const density = z
  .strictObject({
    harm: harmVersion,
    data,
    count: whole,
    basis: z.enum(['network', 'incidents']).nullable(),
    peakPerHa: z.number().nullable(),
    contours: z
      .array(
        z.strictObject({
          level: z.number(),
          geometry: z.strictObject({
            type: z.literal('MultiPolygon'),
            coordinates: z.array(z.array(z.array(z.array(z.number())))),
          }),
        }),
      )
      .meta({ description: 'Shares of the peak; empty: too few incidents.' }),
  })
  .meta({ id: 'IncidentDensity' });

export const effectQuery = z
  .strictObject({
    municipality: municipalityCode.optional(),
    hotSpotId: id.optional(),
    beforeFrom: localDate,
    beforeTo: localDate,
    afterFrom: localDate,
    afterTo: localDate,
  })
  .superRefine(({ beforeFrom, beforeTo, afterFrom, afterTo }, context) => {
    inOrder(context, beforeFrom, beforeTo, 'beforeTo');
    inOrder(context, afterFrom, afterTo, 'afterTo');
    if (afterFrom <= beforeTo)
      context.addIssue({
        code: 'custom',
        path: ['afterFrom'],
        message: FIELD_TEXTS.beforeAfter.en,
      });
  });

const zone = z.strictObject({
  before: whole,
  after: whole,
  beforeInterval: interval.meta({ description: '95 %, Garwood.' }),
  afterInterval: interval,
  change: effectChange,
  against: z
    .union([effectChange, refused(['control-too-small'])])
    .nullable()
    .meta({
      description: 'Against the trend of the rest; exact, by Fisher’s noncentral hypergeometric.',
    }),
});

export const effect = z
  .strictObject({
    harm: harmVersion,
    reach: z
      .array(z.strictObject({ municipality: z.string(), from: instant, to: instant }))
      .meta({ description: 'Over which times incidents are known; empty: there is none.' }),
    covered: z.strictObject({ before: z.boolean(), after: z.boolean() }),
    sample: z.strictObject({
      base: whole,
      leastFall: z.number().nullable(),
      forQuarter: whole,
      forHalf: whole,
    }),
    rings: z.array(
      z.strictObject({
        ringM: z.literal(RING_WIDTHS_M),
        treated: zone,
        ring: zone,
        control: zone,
        displacement: z.union([
          z.strictObject({
            known: z.literal(true),
            wdq: z.number(),
            tne: z.number(),
            tneInterval: interval.meta({ description: '95 %, exact.' }),
            reading: z.enum(['spread', 'neither', 'moved', 'moved-less-than-gained', 'gain-eaten']),
          }),
          z.strictObject({
            known: z.literal(false),
            reason: z.enum([
              'not-covered',
              'zero-cell',
              'base-too-small',
              'no-success',
              'unsure-success',
            ]),
          }),
        ]),
      }),
    ),
  })
  .meta({ id: 'Effect' });
