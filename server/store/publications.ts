/** Tertial pages, a row a version. What is published stays as it is: no function here changes it. */
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Signature, SignedState } from '#core/publication/signing.ts';
import type { TertialCode } from '#core/publication/tertial.ts';
import type {
  PublishedReport,
  ReportTexts,
  TertialReport,
} from '#core/publication/tertial-report.ts';
import type { Executor } from './database.ts';
import type { PublicationTable } from './schema.ts';

export interface Publication extends SignedState {
  readonly id: Uuid;
  readonly version: number;
  readonly revision: number;
  readonly report: TertialReport;
  readonly texts: ReportTexts;
  readonly createdAt: EpochMs;
  /** What everybody may read, as it was made when it was published; null: a draft. */
  readonly published: PublishedReport | null;
}

export async function publicationById(db: Executor, id: Uuid): Promise<Publication | null> {
  const query = db.selectFrom('publication').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toPublication(row) : null;
}

/** Every version of every tertial, the latest tertial and version first. @param municipality null: all */
export async function publications(
  db: Executor,
  municipality: string | null,
): Promise<Publication[]> {
  let query = db
    .selectFrom('publication')
    .selectAll()
    .orderBy('tertial', 'desc')
    .orderBy('municipality')
    .orderBy('version', 'desc');
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  return (await query.execute()).map(toPublication);
}

/** The versions of one tertial, the first first. */
export async function versionsOf(
  db: Executor,
  municipality: string,
  tertial: TertialCode,
): Promise<Publication[]> {
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('tertial', '=', tertial)
    .orderBy('version')
    .execute();
  return rows.map(toPublication);
}

/** All that everybody may read. */
export async function publishedReports(db: Executor): Promise<PublishedReport[]> {
  const rows = await db
    .selectFrom('publication')
    .select('published')
    .where('published_at', 'is not', null)
    .execute();
  return rows.flatMap(({ published }) =>
    published ? [JSON.parse(published) as PublishedReport] : [],
  );
}

export async function insertPublication(tx: Executor, made: Publication): Promise<void> {
  await tx.insertInto('publication').values(toRow(made)).execute();
}

/** Of a draft alone. */
export async function replaceDraft(tx: Executor, changed: Publication): Promise<void> {
  await tx
    .updateTable('publication')
    .set(toRow(changed))
    .where('id', '=', changed.id)
    .where('published_at', 'is', null)
    .execute();
}

/** Of a draft alone. */
export async function deleteDraft(tx: Executor, id: Uuid): Promise<void> {
  await tx
    .deleteFrom('publication')
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute();
}

function toPublication(row: PublicationTable): Publication {
  return {
    id: row.id,
    version: row.version,
    revision: row.revision,
    report: JSON.parse(row.report) as TertialReport,
    texts: JSON.parse(row.texts) as ReportTexts,
    textedBy: row.texted_by,
    signatures: JSON.parse(row.signatures) as Signature[],
    published: row.published === null ? null : (JSON.parse(row.published) as PublishedReport),
    createdAt: row.created_at,
    publishedAt: row.published_at,
  };
}

function toRow(it: Publication): PublicationTable {
  return {
    id: it.id,
    municipality: it.report.municipality.code,
    tertial: it.report.tertial,
    version: it.version,
    revision: it.revision,
    report: JSON.stringify(it.report),
    texts: JSON.stringify(it.texts),
    texted_by: it.textedBy,
    signatures: JSON.stringify(it.signatures),
    published: it.published && JSON.stringify(it.published),
    created_at: it.createdAt,
    published_at: it.publishedAt,
  };
}
