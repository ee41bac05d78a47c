/** Figures that are entered by hand towards a promise. */
import type { EpochMs, LocalDate, Uuid } from '#core/model.ts';
import type { Executor } from './database.ts';
import type { PromiseFigureTable } from './promise-tables.ts';
import { type Strike, strikeColumns, toStrike } from './strike.ts';

export interface HandFigure {
  readonly id: Uuid;
  readonly promiseId: Uuid;
  /** On which it came about. */
  readonly date: LocalDate;
  /** What came about; figures add up. */
  readonly value: number;
  readonly source: string;
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
  readonly strike: Strike | null;
}

/** Of some promises, struck ones too, by date. */
export async function handFigures(
  db: Executor,
  promiseIds: readonly Uuid[],
): Promise<HandFigure[]> {
  if (promiseIds.length === 0) return [];
  const query = db.selectFrom('promise_figure').selectAll().where('promise_id', 'in', promiseIds);
  const rows = await query.orderBy('date').orderBy('id').execute();
  return rows.map(toFigure);
}

export async function handFigureById(db: Executor, id: Uuid): Promise<HandFigure | null> {
  const query = db.selectFrom('promise_figure').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toFigure(row) : null;
}

export async function insertHandFigure(tx: Executor, figure: HandFigure): Promise<void> {
  const { id, promiseId, date, value, source, recordedBy, recordedAt, strike } = figure;
  const recorded = { recorded_by: recordedBy, recorded_at: recordedAt };
  const row = { id, promise_id: promiseId, date, value, source, ...recorded };
  await tx
    .insertInto('promise_figure')
    .values({ ...row, ...strikeColumns(strike) })
    .execute();
}

export async function setHandFigureStrike(
  tx: Executor,
  id: Uuid,
  strike: Strike | null,
): Promise<void> {
  await tx.updateTable('promise_figure').set(strikeColumns(strike)).where('id', '=', id).execute();
}

function toFigure(row: PromiseFigureTable): HandFigure {
  return {
    id: row.id,
    promiseId: row.promise_id,
    date: row.date,
    value: row.value,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    strike: toStrike(row),
  };
}
