/** Figures of yearly surveys: entered with their source, struck with a reason, never deleted. */
import { localDateOf } from '#core/calendar/local-time.ts';
import type { Uuid } from '#core/model.ts';
import type { SurveyFigure } from '#core/promises/survey.ts';
import { fieldProblem, notFound } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import {
  insertSurveyFigure,
  type StoredSurveyFigure,
  setSurveyFigureStrike,
  surveyFigureById,
} from '../../store/survey-figures.ts';
import { knownMunicipality } from '../known-municipality.ts';
import { refuseOtherThan } from '../refuse-other.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';
import type { StrikeInput } from './hand-figures.ts';

/** Sending the same figure twice makes one. @throws Problem id-reused; invalid-input; personal-data-in-note */
export async function addSurveyFigure(
  tx: Executor,
  { noteConfirmed, ...said }: SurveyFigure & { readonly noteConfirmed: boolean },
  { by, now, calendar }: Circumstances,
): Promise<Done<StoredSurveyFigure>> {
  const known = await surveyFigureById(tx, said.id);
  if (known) {
    refuseOtherThan(known, said);
    return { result: known, audit: [] };
  }
  await knownMunicipality(tx, said.municipality);
  if (said.year > Number(localDateOf(calendar, now).slice(0, 4))) {
    throw fieldProblem('invalid-input', '/year', {
      sv: 'Det året har inte varit: ange året då det mättes.',
      en: 'That year is to come: give the year in which it was asked.',
    });
  }
  refusePersonalNote(said.question, noteConfirmed, '/question');
  refusePersonalNote(said.source, noteConfirmed, '/source');
  const figure = { ...said, recordedBy: by.id, recordedAt: now, strike: null };
  await insertSurveyFigure(tx, figure);
  const { survey, year, percent } = said;
  return {
    result: figure,
    audit: {
      action: 'survey.add',
      entity: 'survey figure',
      entityId: said.id,
      detail: { survey, year, percent },
    },
  };
}

/** Striking what is struck changes nothing. @throws Problem not-found; personal-data-in-note */
export async function strikeSurveyFigure(
  tx: Executor,
  id: Uuid,
  { reason, noteConfirmed }: StrikeInput,
  { by, now }: Circumstances,
): Promise<Done<StoredSurveyFigure>> {
  const figure = await surveyFigureById(tx, id);
  if (!figure) throw notFound('figure', id);
  if (figure.strike) return { result: figure, audit: [] };
  refusePersonalNote(reason, noteConfirmed, '/reason');
  const strike = { at: now, by: by.id, reason };
  await setSurveyFigureStrike(tx, id, strike);
  return {
    result: { ...figure, strike },
    audit: { action: 'survey.strike', entity: 'survey figure', entityId: id, detail: { reason } },
  };
}

/** @throws Problem not-found */
export async function restoreSurveyFigure(
  tx: Executor,
  id: Uuid,
): Promise<Done<StoredSurveyFigure>> {
  const figure = await surveyFigureById(tx, id);
  if (!figure) throw notFound('figure', id);
  if (!figure.strike) return { result: figure, audit: [] };
  await setSurveyFigureStrike(tx, id, null);
  return {
    result: { ...figure, strike: null },
    audit: { action: 'survey.restore', entity: 'survey figure', entityId: id },
  };
}
