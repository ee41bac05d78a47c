/** Hot spots and all the borders they have had. */
import type { Selectable } from 'kysely';
import type {
  EpochMs,
  HotSpot,
  HotSpotStatus,
  HotSpotVersion,
  Priority,
  Uuid,
} from '#core/model.ts';
import type { Executor } from './database.ts';
import type { HotSpotTable, HotSpotVersionTable } from './schema.ts';

/** A hot spot with the revision that two people's edits are told apart by. */
export interface StoredHotSpot extends HotSpot {
  readonly revision: number;
}

interface Filter {
  readonly municipality?: string | undefined;
  readonly status?: HotSpotStatus | undefined;
}

export async function hotSpots(db: Executor, filter: Filter = {}): Promise<StoredHotSpot[]> {
  let query = db.selectFrom('hot_spot').selectAll().orderBy('code');
  if (filter.municipality) query = query.where('municipality', '=', filter.municipality);
  if (filter.status) query = query.where('status', '=', filter.status);
  const rows = await query.execute();
  const borders = await newestBorders(db);
  return rows.flatMap((row) => {
    const version = borders.get(row.id);
    return version ? [toHotSpot(row, version)] : [];
  });
}

export async function hotSpotById(db: Executor, id: Uuid): Promise<StoredHotSpot | null> {
  const row = await db.selectFrom('hot_spot').selectAll().where('id', '=', id).executeTakeFirst();
  const version = row ? (await bordersOf(db, id)).at(-1) : undefined;
  return row && version ? toHotSpot(row, version) : null;
}

export async function hotSpotByCode(
  db: Executor,
  municipality: string,
  code: string,
): Promise<Uuid | null> {
  const row = await db
    .selectFrom('hot_spot')
    .select('id')
    .where('municipality', '=', municipality)
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** All borders of a hot spot, oldest first. */
export async function bordersOf(db: Executor, hotSpotId: Uuid): Promise<HotSpotVersion[]> {
  const rows = await db
    .selectFrom('hot_spot_version')
    .selectAll()
    .where('hot_spot_id', '=', hotSpotId)
    .orderBy('number')
    .execute();
  return rows.map(toVersion);
}

/** The border in force at an instant; before the first, the first. */
export async function borderAt(db: Executor, hotSpotId: Uuid, at: EpochMs): Promise<Uuid | null> {
  const borders = await bordersOf(db, hotSpotId);
  return (borders.findLast((border) => border.validFrom <= at) ?? borders[0])?.id ?? null;
}

async function newestBorders(db: Executor): Promise<Map<Uuid, HotSpotVersion>> {
  const rows = await db.selectFrom('hot_spot_version').selectAll().orderBy('number').execute();
  return new Map(rows.map((row) => [row.hot_spot_id, toVersion(row)]));
}

export async function insertHotSpot(tx: Executor, hotSpot: StoredHotSpot): Promise<void> {
  await tx.insertInto('hot_spot').values(toRow(hotSpot)).execute();
  await insertBorder(tx, hotSpot.version);
}

/** Replaces what the hot spot says; its borders are left alone. */
export async function replaceHotSpot(tx: Executor, hotSpot: StoredHotSpot): Promise<void> {
  await tx.updateTable('hot_spot').set(toRow(hotSpot)).where('id', '=', hotSpot.id).execute();
}

export async function insertBorder(tx: Executor, version: HotSpotVersion): Promise<void> {
  await tx
    .insertInto('hot_spot_version')
    .values({
      id: version.id,
      hot_spot_id: version.hotSpotId,
      number: version.number,
      valid_from: version.validFrom,
      geometry: JSON.stringify(version.geometry),
      area_ha: version.areaHa,
      perimeter_m: version.perimeterM,
    })
    .execute();
}

function toVersion(row: Selectable<HotSpotVersionTable>): HotSpotVersion {
  return {
    id: row.id,
    hotSpotId: row.hot_spot_id,
    number: row.number,
    validFrom: row.valid_from,
    geometry: JSON.parse(row.geometry) as HotSpotVersion['geometry'],
    areaHa: row.area_ha,
    perimeterM: row.perimeter_m,
  };
}

function toHotSpot(row: Selectable<HotSpotTable>, version: HotSpotVersion): StoredHotSpot {
  return {
    id: row.id,
    municipality: row.municipality,
    code: row.code,
    name: row.name,
    whyHere: row.why_here,
    whySource: row.why_source,
    reviewDate: row.review_date,
    priority: row.priority as Priority,
    wantedGapHours: row.wanted_gap_hours,
    tags: JSON.parse(row.tags) as string[],
    status: row.status as HotSpotStatus,
    revision: row.revision,
    version,
  };
}

function toRow(hotSpot: StoredHotSpot): HotSpotTable {
  return {
    id: hotSpot.id,
    municipality: hotSpot.municipality,
    code: hotSpot.code,
    name: hotSpot.name,
    why_here: hotSpot.whyHere,
    why_source: hotSpot.whySource,
    review_date: hotSpot.reviewDate,
    priority: hotSpot.priority,
    wanted_gap_hours: hotSpot.wantedGapHours,
    tags: JSON.stringify(hotSpot.tags),
    status: hotSpot.status,
    revision: hotSpot.revision,
  };
}
