/** Hot spots with their borders and time windows. */
import { z } from 'zod';
import { HOT_SPOT_STATES } from '#core/dosage/hot-spot-state.ts';
import { HOT_SPOT_STATUSES } from '#core/model.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import {
  id,
  instant,
  line,
  localDate,
  localTime,
  lonLat,
  municipalityCode,
  newId,
  operationalDate,
  paragraph,
  priority,
  revision,
} from './common.ts';

const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-ZÅÄÖ][A-ZÅÄÖ0-9]$/, {
    error: FIELD_TEXTS.code.en,
  });

const name = line(LIMITS.name).min(1);
const whyHere = paragraph(LIMITS.whyHere);
const whySource = line(LIMITS.name);
const tags = z.array(line(30).min(1)).max(12);
const wantedGapHours = z
  .number()
  .int()
  .min(1)
  .max(24 * 28);
const status = z.enum(HOT_SPOT_STATUSES);

/** Checked in depth by `core/geo/check-geometry.ts`, whose answer names ring, place and cure. */
export const looseGeometry = z
  .looseObject({ type: z.string() })
  .meta({ description: 'A GeoJSON Polygon or MultiPolygon, WGS 84 lon/lat (RFC 7946).' });

const timeWindowFields = {
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .refine((days) => new Set(days).size === days.length, { error: FIELD_TEXTS.weekdays.en }),
  start: localTime,
  end: localTime,
  exceptions: z
    .array(z.strictObject({ date: localDate, open: z.boolean() }))
    .max(400)
    .refine((all) => new Set(all.map(({ date }) => date)).size === all.length, {
      error: FIELD_TEXTS.exceptions.en,
    })
    .default([]),
  dateFrom: localDate.nullable().default(null),
  dateTo: localDate.nullable().default(null),
  doses: z.number().int().min(1).max(12),
  dwellMin: z.number().int().min(5).max(120).default(15),
  countsFromMin: z.number().int().min(1).max(60).default(10),
  ceilingMin: z.number().int().min(5).max(240).default(20),
  minGapMin: z
    .number()
    .int()
    .min(0)
    .max(24 * 60)
    .default(60),
  crew: z.number().int().min(1).max(6).default(2),
};

interface WindowOrder {
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly countsFromMin: number;
  readonly dwellMin: number;
  readonly ceilingMin: number;
}

function refuseDisorder(window: WindowOrder, context: z.core.$RefinementCtx<WindowOrder>): void {
  if (window.dateFrom && window.dateTo && window.dateFrom > window.dateTo) {
    context.addIssue({
      code: 'custom',
      path: ['dateTo'],
      message: FIELD_TEXTS.dateOrder.en,
    });
  }
  if (window.countsFromMin > window.dwellMin || window.dwellMin > window.ceilingMin) {
    context.addIssue({
      code: 'custom',
      path: ['dwellMin'],
      message: FIELD_TEXTS.doseOrder.en,
    });
  }
}

export const timeWindow = z
  .strictObject({
    id,
    hotSpotId: id,
    ...timeWindowFields,
    validFrom: operationalDate.meta({
      description: 'First operational day on which these demands are in force.',
    }),
  })
  .meta({ id: 'TimeWindow' });

/** A window as it is given: without place and history. */
export const windowInput = z.strictObject({ id, ...timeWindowFields }).superRefine(refuseDisorder);

export const setWindowsBody = z
  .strictObject({
    windows: z
      .array(windowInput)
      .max(LIMITS.windowsPerHotSpot)
      .refine((all) => new Set(all.map((window) => window.id)).size === all.length, {
        error: FIELD_TEXTS.windowIds.en,
      }),
  })
  .meta({
    description:
      'All windows of the hot spot. One whose content has changed closes the old and opens a new.',
  });

const hotSpotFields = {
  municipality: municipalityCode,
  code,
  name,
  whyHere,
  whySource,
  priority,
  wantedGapHours,
  tags,
  status,
};

export const hotSpotStateName = z.enum(HOT_SPOT_STATES);

const hotSpotProperties = z.strictObject({
  ...hotSpotFields,
  reviewDate: localDate.nullable(),
  revision,
  versionId: id,
  versionNumber: z.number().int(),
  validFrom: instant,
  areaHa: z.number(),
  perimeterM: z.number(),
  labelPoint: lonLat,
  lastDoseAt: instant.nullable(),
  dosesToday: z.number().int(),
  state: hotSpotStateName.meta({
    description: 'Hours since the last dose against the gap wanted.',
  }),
  windows: z.array(timeWindow),
});

export const hotSpotFeature = z
  .strictObject({
    type: z.literal('Feature'),
    id,
    geometry: looseGeometry,
    properties: hotSpotProperties,
  })
  .meta({ id: 'HotSpot' });

/** What a conflict shows: the words and figures as they stand, to be held against one's own. */
export const hotSpotAsItStands = z.strictObject({
  id,
  ...hotSpotFields,
  reviewDate: localDate.nullable(),
  revision,
});

export const hotSpotCollection = z
  .strictObject({ type: z.literal('FeatureCollection'), features: z.array(hotSpotFeature) })
  .meta({ id: 'HotSpotCollection' });

export const hotSpotQuery = z.strictObject({
  municipality: municipalityCode.optional(),
  status: status.optional(),
});

export const createHotSpotBody = z.strictObject({
  id: newId,
  versionId: newId,
  ...hotSpotFields,
  whyHere: whyHere.default(''),
  whySource: whySource.default(''),
  reviewDate: localDate.nullable().default(null),
  priority: priority.default(3),
  wantedGapHours: wantedGapHours.default(24),
  tags: tags.default([]),
  status: status.default('active'),
  geometry: looseGeometry,
});

export const updateHotSpotBody = z.strictObject({
  code: code.optional(),
  name: name.optional(),
  whyHere: whyHere.optional(),
  whySource: whySource.optional(),
  reviewDate: localDate.nullable().optional(),
  priority: priority.optional(),
  wantedGapHours: wantedGapHours.optional(),
  tags: tags.optional(),
  status: status.optional(),
});

export const moveBorderBody = z.strictObject({ versionId: newId, geometry: looseGeometry });

export const border = z.strictObject({
  id,
  number: z.number().int(),
  validFrom: instant,
  geometry: looseGeometry,
  areaHa: z.number(),
  perimeterM: z.number(),
});
export const borderList = z.strictObject({ borders: z.array(border) });

export const checkGeometryBody = z.strictObject({
  geometry: looseGeometry,
  hotSpotId: id.nullable().default(null),
});

const finding = z.strictObject({
  code: z.string(),
  path: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const geometryVerdict = z
  .strictObject({
    ok: z.boolean(),
    areaHa: z.number().nullable(),
    perimeterM: z.number().nullable(),
    geometry: looseGeometry.nullable(),
    problems: z.array(finding),
    warnings: z.array(finding),
  })
  .meta({ id: 'GeometryVerdict' });
