/** Incidents: what a file tells, which of it is kept, and the table that weighs its categories. Never a person, never a text. */
import { z } from 'zod';
import { DATE_ORDERS, FILE_FORMATS, GRIDS } from '#core/incidents/columns.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { id, instant, line, lonLat, municipalityCode, newId } from './common.ts';
import { trackFile } from './tracks.ts';

const count = z.number().int().min(0);

/** CSV, XLSX or GeoJSON as it is; the content shows which. */
export const incidentFile = trackFile;

const column = z.coerce
  .number()
  .int()
  .min(0)
  .max(199)
  .meta({ description: 'Number of a column of the file, from 0.' });

const columns = {
  fromTime: column.optional(),
  to: column.optional(),
  toTime: column.optional(),
  category: column.optional(),
  count: column.optional(),
  grid: z.enum(GRIDS).default('wgs84').meta({
    description: 'wgs84: x is the longitude. sweref99tm: x is E, y is N.',
  }),
  dateOrder: z.enum(DATE_ORDERS).default('dmy').meta({
    description: 'How 1/2/2026 is read. Years that come first need no telling.',
  }),
};

/** Without `from`, `x` and `y` the columns are guessed. */
export const previewQuery = z.strictObject({
  municipality: municipalityCode,
  from: column.optional(),
  x: column.optional(),
  y: column.optional(),
  ...columns,
});

export const importQuery = z.strictObject({
  id: newId,
  municipality: municipalityCode,
  fileName: line(120).min(1),
  source: line(200).min(1).meta({ description: 'Where the figures come from.' }),
  keepRest: z.stringbool().default(false).meta({
    description: 'Keep the rows that can be read where others are refused.',
  }),
  from: column,
  x: column,
  y: column,
  ...columns,
});

const columnNumber = z.number().int().nullable();

const mapping = z.strictObject({
  from: z.number().int(),
  fromTime: columnNumber,
  to: columnNumber,
  toTime: columnNumber,
  x: z.number().int(),
  y: z.number().int(),
  category: columnNumber,
  count: columnNumber,
  grid: z.enum(GRIDS),
  dateOrder: z.enum(DATE_ORDERS),
});

const fault = z.enum([
  'no-time',
  'bad-time',
  'bad-end',
  'ends-before-start',
  'too-long',
  'in-future',
  'no-position',
  'bad-position',
  'swapped',
  'wrong-grid',
  'too-far',
  'bad-count',
  'formula',
]);

export const incidentPreview = z
  .strictObject({
    format: z.enum(FILE_FORMATS),
    rows: count,
    columns: z.array(z.strictObject({ name: z.string(), samples: z.array(z.string()) })),
    mapping: mapping.nullable().meta({ description: 'Null: no columns of time and place found.' }),
    orderUnknown: z.boolean().meta({
      description: 'Nothing in the file gives away which of day and month comes first: state it.',
    }),
    harmVersion: z.number().int(),
    reading: z
      .strictObject({
        kept: count.meta({ description: 'Rows that would be new.' }),
        known: count.meta({ description: 'Rows that are stored already.' }),
        doubles: count.meta({ description: 'Rows that say what a row before them says.' }),
        refused: count,
        from: instant.nullable(),
        to: instant.nullable(),
        spans: count.meta({ description: 'Rows with a span of time instead of an instant.' }),
        atMidnight: count,
        refusals: z
          .array(z.strictObject({ line: count, fault, value: z.string() }))
          .meta({ description: 'The first hundred, by line.' }),
        doubleLines: z.array(z.strictObject({ line: count, sameAs: count })),
        byFault: z.array(z.strictObject({ fault, count })),
        kinds: z
          .array(z.strictObject({ text: z.string(), count, category: z.string() }))
          .meta({ description: 'What the file calls its incidents, the most frequent first.' }),
        sample: z.array(
          z.strictObject({
            line: count,
            category: z.string(),
            from: instant,
            to: instant.nullable(),
            lonLat,
            count,
          }),
        ),
      })
      .nullable(),
  })
  .meta({ id: 'IncidentPreview' });

export const incidentImport = z
  .strictObject({
    id,
    municipality: municipalityCode,
    fileName: z.string(),
    source: z.string(),
    format: z.enum(FILE_FORMATS),
    harmVersion: z.number().int(),
    counts: z.strictObject({ rows: count, kept: count, doubles: count, refused: count }),
    firstAt: instant,
    lastAt: instant,
    importedAt: instant,
    withdrawnAt: instant.nullable(),
    followers: z.array(z.strictObject({ fileName: z.string(), rows: count.nullable() })).meta({
      description:
        'Later imports whose rows were kept with this one and go with it; null: nobody noted how many.',
    }),
  })
  .meta({ id: 'IncidentImport' });

export const incidentImports = z.strictObject({ imports: z.array(incidentImport) });

const harmCategory = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,23}$/, { error: FIELD_TEXTS.categoryCode.en }),
  name: line(60).min(1),
  weight: z.number().min(0).max(100_000).meta({ description: 'Days of harm.' }),
  words: z
    .array(line(40).min(2))
    .max(30)
    .meta({ description: 'A text of a file that holds one of these is of this category.' }),
});

const isOneEach = (values: readonly string[]) => new Set(values).size === values.length;

export const setHarmTableBody = z.strictObject({
  name: line(80).min(1),
  categories: z
    .array(harmCategory)
    .min(1)
    .max(100)
    .refine((all) => isOneEach(all.map(({ code }) => code)), {
      error: FIELD_TEXTS.categoryCodes.en,
    }),
});

export const harmTable = z
  .strictObject({
    version: z.number().int(),
    name: z.string(),
    madeAt: instant.nullable().meta({ description: 'Null: it came with the installation.' }),
    categories: z.array(harmCategory),
  })
  .meta({ id: 'HarmTable' });

export const harmTables = z.strictObject({
  newest: harmTable,
  versions: z.array(harmTable.omit({ categories: true })),
});
