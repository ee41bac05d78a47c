/** Incidents and the imports that brought them. */
import type { Selectable } from 'kysely';
import type { Incident } from '#core/evaluation/incident.ts';
import type { FileFormat } from '#core/incidents/columns.ts';
import type { EpochMs, TimeSpan, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { IncidentImportTable } from './incident-tables.ts';

export interface ImportCounts {
  /** Rows of the file below its heading. */
  readonly rows: number;
  readonly kept: number;
  readonly doubles: number;
  readonly refused: number;
  /** Rows that an earlier import had brought, by its id: they stand and fall with it. Absent in imports of before. */
  readonly held?: Readonly<Record<Uuid, number>>;
}

export interface IncidentImport {
  readonly id: Uuid;
  readonly municipality: string;
  readonly fileName: string;
  /** Where the figures come from, in the words of who imported them. */
  readonly source: string;
  readonly format: FileFormat;
  readonly harmVersion: number;
  readonly counts: ImportCounts;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly importedAt: EpochMs;
  readonly withdrawnAt: EpochMs | null;
}

/** An incident with what it is known again by in another file. */
export interface KeyedIncident extends Incident {
  readonly key: string;
}

/** Newest first. */
export async function incidentImports(db: Executor): Promise<IncidentImport[]> {
  const rows = await db
    .selectFrom('incident_import')
    .selectAll()
    .orderBy('imported_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(toImport);
}

export async function incidentImportById(db: Executor, id: Uuid): Promise<IncidentImport | null> {
  const query = db.selectFrom('incident_import').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toImport(row) : null;
}

export async function insertImport(tx: Executor, one: IncidentImport): Promise<void> {
  await tx.insertInto('incident_import').values(toRow(one)).execute();
}

export async function updateImportCounts(
  tx: Executor,
  id: Uuid,
  counts: ImportCounts,
): Promise<void> {
  const change = { counts: JSON.stringify(counts) };
  await tx.updateTable('incident_import').set(change).where('id', '=', id).execute();
}

/** Takes its incidents away and leaves the import's own row, which says so. @returns how many */
export async function withdrawImport(tx: Executor, id: Uuid, at: EpochMs): Promise<number> {
  await tx.updateTable('incident_import').set({ withdrawn_at: at }).where('id', '=', id).execute();
  const gone = await tx.deleteFrom('incident').where('import_id', '=', id).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** SQLite takes 32,766 values in a statement. */
const AT_ONCE = 2_000;

/** What is there already stays as it is. @returns how many were new */
export async function insertIncidents(
  tx: Executor,
  { id, municipality }: Pick<IncidentImport, 'id' | 'municipality'>,
  incidents: readonly KeyedIncident[],
): Promise<number> {
  let added = 0;
  for (let from = 0; from < incidents.length; from += AT_ONCE) {
    const rows = incidents.slice(from, from + AT_ONCE).map((one) => ({
      municipality,
      likeness: one.key,
      import_id: id,
      category: one.category,
      from_at: one.from,
      to_at: one.to,
      lon: one.lonLat[0],
      lat: one.lonLat[1],
      count: one.count,
    }));
    const done = await tx
      .insertInto('incident')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['municipality', 'likeness']).doNothing())
      .executeTakeFirst();
    added += Number(done.numInsertedOrUpdatedRows ?? 0);
  }
  return added;
}

/** How many of these are there already, by the import that brought them. */
export async function knownByImport(
  db: Executor,
  municipality: string,
  keys: readonly string[],
): Promise<Record<Uuid, number>> {
  const known: Record<Uuid, number> = {};
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const found = await db
      .selectFrom('incident')
      .select((eb) => ['import_id', eb.fn.countAll<number>().as('rows')])
      .where('municipality', '=', municipality)
      .where('likeness', 'in', keys.slice(from, from + AT_ONCE))
      .groupBy('import_id')
      .execute();
    for (const { import_id: id, rows } of found) known[id] = (known[id] ?? 0) + rows;
  }
  return known;
}

/** In order of time; one that began before the span may reach into it. */
export async function incidentsIn(
  db: Executor,
  municipality: string | null,
  span?: TimeSpan,
): Promise<Incident[]> {
  let query = db
    .selectFrom('incident')
    .select(['category', 'from_at', 'to_at', 'lon', 'lat', 'count'])
    .orderBy('from_at');
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  if (span)
    query = query
      .where('from_at', '<', span.to)
      .where((eb) => eb.or([eb('from_at', '>=', span.from), eb('to_at', '>', span.from)]));
  return (await query.execute()).map(({ category, from_at, to_at, lon, lat, count }) => ({
    category,
    from: from_at,
    to: to_at,
    lonLat: [lon, lat],
    count,
  }));
}

export interface IncidentTime extends Pick<Incident, 'from' | 'to' | 'count'> {
  readonly municipality: string;
}

/** When, and nothing else, in order of time: what tells how far the files reach. */
export async function incidentTimes(
  db: Executor,
  municipality: string | null,
): Promise<IncidentTime[]> {
  let query = db
    .selectFrom('incident')
    .select(['municipality', 'from_at', 'to_at', 'count'])
    .orderBy('from_at');
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  return (await query.execute()).map(({ from_at, to_at, ...one }) => ({
    ...one,
    from: from_at,
    to: to_at,
  }));
}

/** From the first incident to the last instant at which one may have happened; null without any. */
export async function incidentSpan(
  db: Executor,
  municipality: string | null,
): Promise<TimeSpan | null> {
  let query = db
    .selectFrom('incident')
    .select((eb) => [
      eb.fn.min('from_at').as('from'),
      eb.fn.max(eb.fn.coalesce(eb('to_at', '-', 1), 'from_at')).as('to'),
    ]);
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  const row = await query.executeTakeFirst();
  return row?.from === null || row?.from === undefined ? null : { from: row.from, to: row.to };
}

function toImport(row: Selectable<IncidentImportTable>): IncidentImport {
  return {
    id: row.id,
    municipality: row.municipality,
    fileName: row.file_name,
    source: row.source,
    format: row.format as FileFormat,
    harmVersion: row.harm_version,
    counts: JSON.parse(row.counts) as ImportCounts,
    firstAt: row.first_at,
    lastAt: row.last_at,
    importedAt: row.imported_at,
    withdrawnAt: row.withdrawn_at,
  };
}

function toRow(one: IncidentImport): IncidentImportTable {
  return {
    id: one.id,
    municipality: one.municipality,
    file_name: one.fileName,
    source: one.source,
    format: one.format,
    harm_version: one.harmVersion,
    counts: JSON.stringify(one.counts),
    first_at: one.firstAt,
    last_at: one.lastAt,
    imported_at: one.importedAt,
    withdrawn_at: one.withdrawnAt,
  };
}
