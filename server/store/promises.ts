/** Promises: every version is a row that stays as it was written. */
import type { Insertable, Selectable } from 'kysely';
import type { Uuid } from '#core/model.ts';
import type { PromiseOwner, PromiseSource } from '#core/promises/ledger-line.ts';
import type { Narrowing, PromiseVersion } from '#core/promises/promise.ts';
import type { Executor } from './database.ts';
import type { PromiseVersionTable } from './promise-tables.ts';
import { toVersion, versionColumns } from './version-columns.ts';

export interface StoredPromiseVersion extends PromiseVersion {
  readonly recordedBy: Uuid;
}

/** All versions of one promise, first to last; none: there is no such promise. */
export async function promiseVersions(db: Executor, id: Uuid): Promise<StoredPromiseVersion[]> {
  const query = db.selectFrom('promise_version').selectAll().where('promise_id', '=', id);
  return (await query.orderBy('number').execute()).map(toPromise);
}

/** The promises of a municipality (null: of all), each with its versions first to last. */
export async function promisesOf(
  db: Executor,
  municipality: string | null,
): Promise<StoredPromiseVersion[][]> {
  let query = db.selectFrom('promise_version').selectAll();
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  const rows = await query.orderBy('promise_id').orderBy('number').execute();
  const promises = new Map<Uuid, StoredPromiseVersion[]>();
  for (const version of rows.map(toPromise)) {
    const known = promises.get(version.id);
    if (known) known.push(version);
    else promises.set(version.id, [version]);
  }
  return [...promises.values()];
}

export async function promiseVersionById(
  db: Executor,
  versionId: Uuid,
): Promise<StoredPromiseVersion | null> {
  const query = db.selectFrom('promise_version').selectAll().where('id', '=', versionId);
  const row = await query.executeTakeFirst();
  return row ? toPromise(row) : null;
}

export async function insertPromiseVersion(
  tx: Executor,
  version: StoredPromiseVersion,
): Promise<void> {
  await tx.insertInto('promise_version').values(toRow(version)).execute();
}

function toPromise(row: Selectable<PromiseVersionTable>): StoredPromiseVersion {
  return {
    ...toVersion(row),
    id: row.promise_id,
    number: row.promise_number,
    sentence: row.sentence,
    owner: row.owner as PromiseOwner,
    measure: row.measure,
    source: row.source as PromiseSource,
    narrowing: JSON.parse(row.narrowing) as Narrowing,
    target: row.target,
    eveningTarget: row.evening_target,
    from: row.date_from,
    to: row.date_to,
    withdrawn: row.withdrawn === 1,
  };
}

function toRow(version: StoredPromiseVersion): Insertable<PromiseVersionTable> {
  return {
    ...versionColumns(version),
    promise_id: version.id,
    promise_number: version.number,
    sentence: version.sentence,
    owner: version.owner,
    measure: version.measure,
    source: version.source,
    narrowing: JSON.stringify(version.narrowing),
    target: version.target,
    evening_target: version.eveningTarget,
    date_from: version.from,
    date_to: version.to,
    withdrawn: version.withdrawn ? 1 : 0,
  };
}
