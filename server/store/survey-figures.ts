/** Figures of yearly surveys. */
import type { Insertable, Selectable } from 'kysely';
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Survey, SurveyFigure } from '#core/promises/survey.ts';
import type { Executor } from './database.ts';
import type { SurveyFigureTable } from './promise-tables.ts';
import { type Strike, strikeColumns, toStrike } from './strike.ts';

export interface StoredSurveyFigure extends SurveyFigure {
  readonly recordedBy: Uuid;
  readonly recordedAt: EpochMs;
  readonly strike: Strike | null;
}

/** Of a municipality (null: of all), struck ones too, by survey, question and year. */
export async function surveyFigures(
  db: Executor,
  municipality: string | null,
): Promise<StoredSurveyFigure[]> {
  let query = db.selectFrom('survey_figure').selectAll();
  if (municipality !== null) query = query.where('municipality', '=', municipality);
  const ordered = query.orderBy('survey').orderBy('question').orderBy('year');
  return (await ordered.execute()).map(toFigure);
}

export async function surveyFigureById(db: Executor, id: Uuid): Promise<StoredSurveyFigure | null> {
  const query = db.selectFrom('survey_figure').selectAll().where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toFigure(row) : null;
}

export async function insertSurveyFigure(tx: Executor, figure: StoredSurveyFigure): Promise<void> {
  await tx.insertInto('survey_figure').values(toRow(figure)).execute();
}

export async function setSurveyFigureStrike(
  tx: Executor,
  id: Uuid,
  strike: Strike | null,
): Promise<void> {
  await tx.updateTable('survey_figure').set(strikeColumns(strike)).where('id', '=', id).execute();
}

function toFigure(row: Selectable<SurveyFigureTable>): StoredSurveyFigure {
  return {
    id: row.id,
    municipality: row.municipality,
    survey: row.survey as Survey,
    year: row.year,
    question: row.question,
    percent: row.percent,
    low: row.low,
    high: row.high,
    answers: row.answers,
    source: row.source,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    strike: toStrike(row),
  };
}

function toRow(figure: StoredSurveyFigure): Insertable<SurveyFigureTable> {
  const { recordedBy, recordedAt, strike, ...said } = figure;
  const recorded = { recorded_by: recordedBy, recorded_at: recordedAt };
  return { ...said, ...recorded, ...strikeColumns(strike) };
}
