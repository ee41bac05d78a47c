/** Safety walks, without their points. */
import type { LocalDate, LonLat, Uuid } from '#core/model.ts';
import type { Link } from '#core/walks/checked-again.ts';
import type { Meeting, Walk, WalkFacts, WalkState } from '#core/walks/walk.ts';
import type { Executor } from './database.ts';
import type { WalkTable } from './walk-tables.ts';

export interface StoredWalk extends Walk, WalkFacts {
  readonly revision: number;
}

/** All walks of a municipality (null: of all), the latest first. */
export async function walksOf(db: Executor, municipality: string | null): Promise<StoredWalk[]> {
  let query = db.selectFrom('walk').selectAll().orderBy('starts_at', 'desc').orderBy('id');
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  return (await query.execute()).map(toWalk);
}

export async function walkById(db: Executor, id: Uuid): Promise<StoredWalk | null> {
  const row = await db.selectFrom('walk').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toWalk(row) : null;
}

/** Which walks of a municipality check which, without the rest of what they are. */
export async function walkLinks(db: Executor, municipality: string): Promise<Link[]> {
  return db
    .selectFrom('walk')
    .select(['id', 'starts_at as startsAt', 'checks_walk_id as checksWalkId'])
    .where('municipality', '=', municipality)
    .execute();
}

/** The walks that check this one again. */
export async function walksChecking(db: Executor, id: Uuid): Promise<StoredWalk[]> {
  const rows = await db.selectFrom('walk').selectAll().where('checks_walk_id', '=', id).execute();
  return rows.map(toWalk);
}

interface HeldFilter {
  /** null: all. */
  readonly municipality: string | null;
  /** Local dates, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A safety walk that has been held. */
export interface HeldWalk {
  readonly heldOn: LocalDate;
  readonly evening: boolean;
}

/** The walks that have been held in a period, in order: what the ledger of promises counts. */
export async function heldWalks(
  db: Executor,
  { municipality, from, to }: HeldFilter,
): Promise<HeldWalk[]> {
  let query = db
    .selectFrom('walk')
    .select(['date', 'evening'])
    .where('state', '=', 'held')
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('starts_at');
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  const rows = await query.execute();
  return rows.map(({ date, evening }) => ({ heldOn: date, evening: evening === 1 }));
}

export async function insertWalk(tx: Executor, walk: StoredWalk): Promise<void> {
  await tx.insertInto('walk').values(toRow(walk)).execute();
}

export async function replaceWalk(tx: Executor, walk: StoredWalk): Promise<void> {
  await tx.updateTable('walk').set(toRow(walk)).where('id', '=', walk.id).execute();
}

const meeting = (startsAt: number | null, place: string): Meeting | null =>
  startsAt === null ? null : { startsAt, place };

function toWalk(row: WalkTable): StoredWalk {
  return {
    id: row.id,
    municipality: row.municipality,
    title: row.title,
    state: row.state as WalkState,
    before: meeting(row.before_at, row.before_place),
    walk: { startsAt: row.starts_at, place: row.place },
    after: meeting(row.after_at, row.after_place),
    eveningSaid: row.evening_said === null ? null : row.evening_said === 1,
    route: row.route === null ? null : (JSON.parse(row.route) as LonLat[]),
    participants: row.participants,
    checksWalkId: row.checks_walk_id,
    date: row.date,
    evening: row.evening === 1,
    lengthM: row.length_m,
    revision: row.revision,
  };
}

function toRow(walk: StoredWalk): WalkTable {
  return {
    id: walk.id,
    municipality: walk.municipality,
    title: walk.title,
    state: walk.state,
    before_at: walk.before?.startsAt ?? null,
    before_place: walk.before?.place ?? '',
    starts_at: walk.walk.startsAt,
    place: walk.walk.place,
    after_at: walk.after?.startsAt ?? null,
    after_place: walk.after?.place ?? '',
    evening_said: walk.eveningSaid === null ? null : flag(walk.eveningSaid),
    route: walk.route && JSON.stringify(walk.route),
    participants: walk.participants,
    checks_walk_id: walk.checksWalkId,
    date: walk.date,
    evening: flag(walk.evening),
    length_m: walk.lengthM,
    revision: walk.revision,
  };
}

const flag = (value: boolean) => (value ? 1 : 0);
