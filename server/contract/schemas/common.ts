/** Schemas that several nouns share. */
import { z } from 'zod';
import type { LonLat } from '#core/model.ts';
import { PRIORITIES, ROLES } from '#core/model.ts';

/** ISO 8601 with offset on the wire, epoch milliseconds inside. */
export const instant = z
  .codec(
    z.iso.datetime({ offset: true, error: 'Give an instant such as 2026-11-27T21:00:00Z.' }),
    z.number().int(),
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

export const id = z
  .uuid({ error: 'Give a UUID; for a new thing make a UUIDv7.' })
  .meta({ description: 'UUID made by the client, so that sending twice makes one.' });

export const localDate = z.iso.date({ error: 'Give a date such as 2026-11-27.' });

export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Give a time of day such as 21:30.' });

export const municipalityCode = z
  .string()
  .regex(/^\d{4}$/, { error: 'Give the four digits of a municipality, such as 0482.' });

export const lonLat = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], {
    error: 'Give [longitude, latitude] in degrees.',
  })
  .readonly() satisfies z.ZodType<LonLat>;

export const role = z.enum(ROLES);
export const priority = z.literal(PRIORITIES);
export const revision = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'Also the ETag: send it as If-Match.' });

export const place = z.strictObject({ name: z.string().trim().min(1).max(80), lonLat });

export const idParam = z.strictObject({ id });

export const nothing = z.null();

/** Cursor paging: ask again with `after` = the answer's `next` until it is null. */
export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
};
export const nextPage = z.string().nullable();
