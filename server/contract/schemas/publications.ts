/** Tertial pages: drafts, their texts and signatures, and what is published. */
import { z } from 'zod';
import { REPORT_FIGURES } from '#core/publication/report-lines.ts';
import { OBSTACLES, SIGNING_ROLES } from '#core/publication/signing.ts';
import { TERTIAL_CODE } from '#core/publication/tertial.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import {
  id,
  instant,
  line,
  municipalityCode,
  newId,
  operationalDate,
  paragraph,
  revision,
} from './common.ts';

const tertial = z
  .string()
  .regex(TERTIAL_CODE, { error: FIELD_TEXTS.tertial.en })
  .meta({ example: '2026-T2' });

const version = z.number().int().min(1);
const address = z.string().meta({ description: 'Of the page, for everybody.' });

export const tertialPageQuery = z.strictObject({ municipality: municipalityCode.optional() });

export const tertialPageList = z
  .strictObject({
    pages: z.array(
      z.strictObject({
        id,
        municipality: municipalityCode,
        municipalityName: z.string(),
        tertial,
        version,
        createdAt: instant,
        publishedAt: instant.nullable(),
        address: address.nullable(),
      }),
    ),
  })
  .meta({ id: 'TertialPages', description: 'The latest tertial and version first.' });

export const createTertialPageBody = z.strictObject({
  id: newId,
  municipality: municipalityCode,
  tertial,
});

const shownCount = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count'), count: z.number().min(0) }),
    z.strictObject({ kind: z.literal('few') }),
    z.strictObject({ kind: z.literal('withheld') }),
  ])
  .meta({
    id: 'ShownCount',
    description:
      '`few`: from one to four; `withheld`: left out, because a small count could be computed from it.',
  });

const promisesLine = { table: z.literal('promises'), number: z.number().int() };
const placesLine = { table: z.literal('places'), name: z.string() };
const sumLine = { table: z.literal('sum') };
const lineName = z.discriminatedUnion('table', [
  z.strictObject(promisesLine),
  z.strictObject(placesLine),
  z.strictObject(sumLine),
]);
const figure = z.enum(REPORT_FIGURES);

const difference = z.strictObject({
  line: lineName,
  kind: z.enum(['added', 'gone', 'words', 'standing', 'figure']),
  figure: figure.nullable(),
  before: shownCount.nullable(),
  after: shownCount.nullable(),
});

const texts = {
  intro: paragraph(LIMITS.pageIntro),
  correction: line(LIMITS.pageCorrection).meta({
    description: 'Why there is a new version; empty in the first.',
  }),
  byPromise: z.record(id, paragraph(LIMITS.pageText)),
  opened: z.array(id).max(LIMITS.page).meta({
    description: 'Promises of public events whose small counts are shown as they are.',
  }),
};

export const writeTertialTextsBody = z.strictObject({
  ...texts,
  confirmed: z
    .boolean()
    .default(false)
    .meta({ description: 'The writer confirms that no text holds data on a person.' }),
});

export const tertialPage = z
  .strictObject({
    id,
    municipality: municipalityCode,
    municipalityName: z.string(),
    tertial,
    version,
    from: operationalDate,
    to: operationalDate,
    countedTo: operationalDate.meta({ description: 'The last operational day that is counted.' }),
    revision,
    createdAt: instant,
    publishedAt: instant.nullable(),
    publishableFrom: operationalDate,
    address: address.nullable(),
    texts: z.strictObject({
      intro: z.string(),
      correction: z.string(),
      byPromise: z.record(id, z.string()),
      opened: z.array(id),
    }),
    isTexted: z.boolean().meta({ description: 'Somebody has written the texts of this version.' }),
    promises: z.array(
      z.strictObject({
        id,
        number: z.number().int(),
        sentence: z.string(),
        mayBeOpened: z.boolean().meta({ description: 'It counts public events.' }),
      }),
    ),
    hidden: z.array(z.strictObject({ line: lineName, figure, why: z.enum(['few', 'withheld']) })),
    differences: z
      .array(difference)
      .nullable()
      .meta({ description: 'To the version before; null in the first.' }),
    signatures: z.array(z.strictObject({ role: z.enum(SIGNING_ROLES), at: instant })),
    obstacles: z
      .strictObject({ sign: z.enum(OBSTACLES).nullable(), publish: z.enum(OBSTACLES).nullable() })
      .meta({
        description: 'Why the caller cannot sign, or nobody can publish; null: it can be done.',
      }),
  })
  .meta({ id: 'TertialPage' });

export const pageText = z.string();
