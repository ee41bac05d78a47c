/** Visits: every version is a row, the newest is the visit. */
import type { EpochMs, TimeSpan, Uuid, Visit, VisitChangeKind, VisitSource } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { VisitVersionTable } from './schema.ts';

/** A visit as of one version, with what made it. */
export interface VisitVersion extends Visit {
  readonly versionId: Uuid;
  readonly kind: VisitChangeKind;
  readonly reason: string;
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
  /** Absent: told to the server at once, by its clock. */
  readonly noted?: Noted | null;
  /** When the officers last answered that they were still there; null: never asked. */
  readonly confirmedAt: EpochMs | null;
}

/** When a phone's button was pressed by the phone's own clock, and what is to be added for the true time. */
export interface Noted {
  readonly at: EpochMs;
  readonly skewMs: number;
}

export async function visitById(db: Executor, id: Uuid): Promise<VisitVersion | null> {
  const row = await current(db).where('visit_id', '=', id).executeTakeFirst();
  return row ? toVersion(row) : null;
}

/** All versions of a visit, first to last. */
export async function visitVersions(db: Executor, visitId: Uuid): Promise<VisitVersion[]> {
  const rows = await db
    .selectFrom('visit_version')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('number')
    .execute();
  return rows.map(toVersion);
}

/** The accounts that recorded a visit's versions, the first first. */
export async function recordersOf(db: Executor, visitId: Uuid): Promise<Uuid[]> {
  const versions = await visitVersions(db, visitId);
  return [...new Set(versions.map(({ recordedBy }) => recordedBy))];
}

export async function visitVersionById(db: Executor, id: Uuid): Promise<VisitVersion | null> {
  const row = await db
    .selectFrom('visit_version')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toVersion(row) : null;
}

/** The longest a visit can be: what began earlier cannot reach into a span. */
export const LONGEST_VISIT_MS = 24 * 3_600_000;

interface VisitFilter {
  readonly hotSpotIds?: readonly Uuid[] | undefined;
  /** Those that were voided instead. */
  readonly voided?: boolean;
}

/** Current visits that overlap a span, voided ones apart, in order of start. An open one reaches to the end of time. */
export async function visitsOverlapping(
  db: Executor,
  span: TimeSpan,
  { hotSpotIds, voided = false }: VisitFilter = {},
): Promise<Visit[]> {
  let query = current(db)
    .where('voided', '=', voided ? 1 : 0)
    .where('started_at', '>=', span.from - LONGEST_VISIT_MS)
    .where('started_at', '<', span.to)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', span.from)]))
    .orderBy('started_at');
  if (hotSpotIds) query = query.where('hot_spot_id', 'in', hotSpotIds);
  return (await query.execute()).map(toVersion);
}

export async function visitsOfPatrol(db: Executor, patrolId: Uuid): Promise<VisitVersion[]> {
  const query = current(db).where('patrol_id', '=', patrolId).where('voided', '=', 0);
  return (await query.orderBy('started_at').execute()).map(toVersion);
}

/** Visits that began before an instant and that nobody has ended, first to last. */
export async function openVisits(db: Executor, startedBefore: EpochMs): Promise<VisitVersion[]> {
  const query = current(db)
    .where('ended_at', 'is', null)
    .where('voided', '=', 0)
    .where('started_at', '<', startedBefore);
  return (await query.orderBy('started_at').execute()).map(toVersion);
}

export async function visitsOfSlots(db: Executor, slotIds: readonly Uuid[]): Promise<Visit[]> {
  if (slotIds.length === 0) return [];
  const query = current(db).where('slot_id', 'in', slotIds).where('voided', '=', 0);
  return (await query.orderBy('started_at').execute()).map(toVersion);
}

interface Page {
  readonly span: TimeSpan;
  readonly hotSpotIds: readonly Uuid[];
  /** Start and id of the last visit of the page before, newest first. */
  readonly before: { readonly startedAt: EpochMs; readonly id: Uuid } | null;
  readonly limit: number;
}

/** Visits that overlap the span, newest first, voided ones included: they are marked, not hidden. */
export async function visitPage(db: Executor, page: Page): Promise<Visit[]> {
  if (page.hotSpotIds.length === 0) return [];
  let query = current(db)
    .where('hot_spot_id', 'in', page.hotSpotIds)
    .where('started_at', '>=', page.span.from - LONGEST_VISIT_MS)
    .where('started_at', '<', page.span.to)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', page.span.from)]))
    .orderBy('started_at', 'desc')
    .orderBy('visit_id', 'desc')
    .limit(page.limit);
  const { before } = page;
  if (before) {
    query = query.where((eb) =>
      eb.or([
        eb('started_at', '<', before.startedAt),
        eb.and([eb('started_at', '=', before.startedAt), eb('visit_id', '<', before.id)]),
      ]),
    );
  }
  return (await query.execute()).map(toVersion);
}

/** The latest visits of a hot spot that began before an instant, newest first. */
export async function latestVisits(
  db: Executor,
  hotSpotId: Uuid,
  before: EpochMs,
  limit: number,
): Promise<Visit[]> {
  const query = current(db)
    .where('hot_spot_id', '=', hotSpotId)
    .where('voided', '=', 0)
    .where('started_at', '<', before);
  return (await query.orderBy('started_at', 'desc').limit(limit).execute()).map(toVersion);
}

/** Adds a version and makes it the current one. */
export async function appendVisitVersion(tx: Executor, version: VisitVersion): Promise<void> {
  await tx
    .updateTable('visit_version')
    .set({ is_current: 0 })
    .where('visit_id', '=', version.id)
    .where('is_current', '=', 1)
    .execute();
  await tx.insertInto('visit_version').values(toRow(version)).execute();
}

/** First versions in bulk, 500 rows a statement: for sample data and benchmarks. */
export async function insertVisitVersions(
  tx: Executor,
  versions: readonly VisitVersion[],
): Promise<void> {
  for (let from = 0; from < versions.length; from += 500) {
    const rows = versions.slice(from, from + 500).map(toRow);
    await tx.insertInto('visit_version').values(rows).execute();
  }
}

function current(db: Executor) {
  return db.selectFrom('visit_version').selectAll().where('is_current', '=', 1);
}

function toVersion(row: VisitVersionTable): VisitVersion {
  return {
    id: row.visit_id,
    versionId: row.id,
    versionNumber: row.number,
    kind: row.kind as VisitChangeKind,
    reason: row.reason,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    hotSpotId: row.hot_spot_id,
    hotSpotVersionId: row.hot_spot_version_id,
    patrolId: row.patrol_id,
    slotId: row.slot_id,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    officers: row.officers,
    source: row.source as VisitSource,
    late: row.late === 1,
    outcome: {
      contacts: row.contacts,
      actions: row.actions,
      observations: row.observations,
      interventions: row.interventions,
    },
    note: row.note,
    voided: row.voided === 1,
    noted: row.noted_at === null ? null : { at: row.noted_at, skewMs: row.skew_ms ?? 0 },
    confirmedAt: row.confirmed_at,
  };
}

function toRow(version: VisitVersion): VisitVersionTable {
  return {
    id: version.versionId,
    visit_id: version.id,
    number: version.versionNumber,
    is_current: 1,
    kind: version.kind,
    reason: version.reason,
    recorded_by: version.recordedBy,
    recorded_at: version.recordedAt,
    hot_spot_id: version.hotSpotId,
    hot_spot_version_id: version.hotSpotVersionId,
    patrol_id: version.patrolId,
    slot_id: version.slotId,
    started_at: version.startedAt,
    ended_at: version.endedAt,
    officers: version.officers,
    source: version.source,
    late: version.late ? 1 : 0,
    ...version.outcome,
    note: version.note,
    voided: version.voided ? 1 : 0,
    noted_at: version.noted?.at ?? null,
    skew_ms: version.noted?.skewMs ?? null,
    confirmed_at: version.confirmedAt,
  };
}
