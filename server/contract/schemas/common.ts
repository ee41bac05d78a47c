/** Schemas that several nouns share. */
import { z } from 'zod';
import type { LonLat } from '#core/model.ts';
import { PRIORITIES, ROLES } from '#core/model.ts';
import { FIELD_TEXTS } from '../field-texts.ts';

/** Another year is a slip of the keyboard; a report over it would count months that nobody has worked. */
const YEARS = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2100, 0, 1) };

/** ISO 8601 with offset on the wire, epoch milliseconds inside. */
export const instant = z
  .codec(
    z.iso.datetime({ offset: true, error: FIELD_TEXTS.instant.en }),
    z
      .number()
      .int()
      .min(YEARS.from, { error: FIELD_TEXTS.instantRange.en })
      .max(YEARS.to, { error: FIELD_TEXTS.instantRange.en }),
    { decode: (text) => Date.parse(text), encode: (ms) => new Date(ms).toISOString() },
  )
  .meta({
    description: 'An instant, ISO 8601; answers are in UTC.',
    example: '2026-11-27T21:00:00Z',
    // Text on the wire both ways: what the codec makes of it inside is nobody's business outside.
    override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
      delete jsonSchema.pattern;
      Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  });

/** A phone's clock may be wrong by years; what it did is still to be taken in. */
export const deviceInstant = z
  .codec(z.iso.datetime({ offset: true, error: FIELD_TEXTS.instant.en }), z.number().int(), {
    decode: (text) => Date.parse(text),
    encode: (ms) => new Date(ms).toISOString(),
  })
  .meta({
    description: "An instant by the phone's own clock, ISO 8601.",
    override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
      delete jsonSchema.pattern;
      Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
    },
  });

/** Small letters, whatever came: a UUID in capitals is the same UUID. */
export const id = z.uuid({ error: FIELD_TEXTS.id.en }).toLowerCase();

/** Of what is made by this very request. Version 7 keeps the keys in order of time. */
export const newId = z
  .uuidv7({ error: FIELD_TEXTS.newId.en })
  .toLowerCase()
  .meta({ description: 'UUIDv7 made by the client, so that sending twice makes one.' });

/** An operational day that the server has worked out. */
export const operationalDate = z.iso.date();

/** A date that somebody has given: a day within the years of an instant, in any time zone. */
export const localDate = z.iso
  .date({ error: FIELD_TEXTS.date.en })
  .refine((date) => '2000-01-02' <= date && date <= '2099-12-30', { error: FIELD_TEXTS.date.en });

/** No control characters (PostgreSQL stores no NUL), no half characters, nothing that turns the line's direction. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const isWritable = (text: string) => !UNWRITABLE.test(text);
const isWritableInLines = (text: string) => !UNWRITABLE.test(text.replaceAll(/\r?\n/g, ' '));

/** A name or a few words on one line. */
export const line = (max: number) =>
  z.string().trim().max(max).refine(isWritable, { error: FIELD_TEXTS.text.en });

/** Sentences, which may stand on several lines. */
export const paragraph = (max: number) =>
  z.string().trim().max(max).refine(isWritableInLines, { error: FIELD_TEXTS.text.en });

export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: FIELD_TEXTS.time.en });

export const municipalityCode = z.string().regex(/^\d{4}$/, { error: FIELD_TEXTS.municipality.en });

export const lonLat = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], {
    error: FIELD_TEXTS.lonLat.en,
  })
  .readonly() satisfies z.ZodType<LonLat>;

export const role = z.enum(ROLES);
export const priority = z.literal(PRIORITIES);
export const revision = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'Also the ETag: send it as If-Match.' });

export const place = z.strictObject({ name: line(80).min(1), lonLat });

export const idParam = z.strictObject({ id });

export const nothing = z.null();

interface AskedPeriod {
  readonly from: string;
  readonly to: string;
}

/** Refuses a period that ends before it begins, or whose last year is more than `years` after its first. */
export function refuseStrangePeriod(years: number, tooLong: { readonly en: string }) {
  return ({ from, to }: AskedPeriod, context: z.core.$RefinementCtx): void => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['to'], message });
    if (to < from) refuse(FIELD_TEXTS.periodOrder.en);
    if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > years) refuse(tooLong.en);
  };
}

/** Cursor paging: ask again with `after` = the answer's `next` until it is null. */
export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
};
export const nextPage = z.string().nullable();
