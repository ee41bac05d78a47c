/** The area, its municipalities, and small facts about the installation. */
import type { Area, Municipality, Place } from '#core/model.ts';
import type { GpsRules } from '#core/positions/gps-rules.ts';
import type { Executor } from './database.ts';

/** @throws Error on a database that has not been set up. */
export async function theArea(db: Executor): Promise<Area> {
  const row = await db.selectFrom('area').selectAll().executeTakeFirstOrThrow();
  return { id: row.id, name: row.name, center: [row.center_lon, row.center_lat] };
}

export async function isSetUp(db: Executor): Promise<boolean> {
  const row = await db.selectFrom('area').select('id').executeTakeFirst();
  return row !== undefined;
}

export async function insertArea(tx: Executor, area: Area): Promise<void> {
  const [center_lon, center_lat] = area.center;
  await tx
    .insertInto('area')
    .values({ id: area.id, name: area.name, center_lon, center_lat })
    .execute();
}

export async function municipalities(db: Executor): Promise<Municipality[]> {
  return db.selectFrom('municipality').select(['code', 'name']).orderBy('name').execute();
}

export async function insertMunicipality(
  tx: Executor,
  areaId: string,
  { code, name }: Municipality,
): Promise<void> {
  await tx.insertInto('municipality').values({ code, name, area_id: areaId }).execute();
}

export async function municipalityByCode(db: Executor, code: string): Promise<Municipality | null> {
  const query = db.selectFrom('municipality').select(['code', 'name']).where('code', '=', code);
  return (await query.executeTakeFirst()) ?? null;
}

/** What the installation remembers about itself. */
interface Facts {
  readonly sampleData: boolean;
  readonly base: Place;
  readonly gps: GpsRules;
}

export async function rememberFact<K extends keyof Facts>(
  tx: Executor,
  key: K,
  value: Facts[K],
): Promise<void> {
  const row = { key, value: JSON.stringify(value) };
  await tx
    .insertInto('installation')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value }))
    .execute();
}

export async function fact<K extends keyof Facts>(db: Executor, key: K): Promise<Facts[K] | null> {
  const query = db.selectFrom('installation').select('value').where('key', '=', key);
  const row = await query.executeTakeFirst();
  return row ? (JSON.parse(row.value) as Facts[K]) : null;
}
