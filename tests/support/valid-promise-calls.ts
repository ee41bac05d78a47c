/** Valid calls of the promise ledger and the weekly focus: a part of `valid-calls.ts`. */
import { v7 as uuid } from 'uuid';
import type { RouteName } from '#contract/paths.ts';
import type { Client } from './server.ts';
import type { ValidCall } from './valid-calls.ts';

export const promiseBody = (change: object = {}) => ({
  id: uuid(),
  municipality: '0482',
  number: 1,
  sentence: 'Fotpatrull där den behövs.',
  owner: 'police',
  measure: 'doser',
  source: 'doses',
  target: 240,
  from: '2026-01-01',
  to: '2026-12-31',
  ...change,
});

export const activityBody = (change: object = {}) => ({
  id: uuid(),
  municipality: '0482',
  kind: 'safe-adult',
  date: '2026-11-20',
  start: '20:00',
  end: '23:30',
  place: 'Violentorget',
  adults: 4,
  ...change,
});

export const surveyBody = (change: object = {}) => ({
  id: uuid(),
  municipality: '0482',
  survey: 'ntu',
  year: 2025,
  question: 'Otrygg vid utevistelse sen kväll',
  percent: 31,
  low: 27,
  high: 35.5,
  answers: 512,
  source: 'NTU 2025, tabell 3',
  ...change,
});

export async function validPromiseCalls(
  clientFor: (name: RouteName) => Client,
  hotSpotId: string,
): Promise<ValidCall[]> {
  const promise = promiseBody({
    number: 3,
    source: 'hand',
    narrowing: { hotSpotIds: [hotSpotId], tags: ['centrum'], kinds: ['presence'], unit: 'hours' },
  });
  const figure = { id: uuid(), date: '2026-03-01', value: 3, source: 'Socialtjänsten, mars' };
  const activity = activityBody();
  const survey = surveyBody();
  const focus = { id: uuid(), hotSpotId, from: '2026-11-27', reason: 'Bråk', source: 'EST v. 48' };
  await clientFor('createPromise').call('createPromise', { body: promise });
  const ofPromise = { params: { id: promise.id } };
  await clientFor('addPromiseFigure').call('addPromiseFigure', { ...ofPromise, body: figure });
  await clientFor('createActivity').call('createActivity', { body: activity });
  await clientFor('addSurveyFigure').call('addSurveyFigure', { body: survey });
  await clientFor('setFocus').call('setFocus', { body: focus });
  const [ofFigure, ofSurvey] = [{ params: { id: figure.id } }, { params: { id: survey.id } }];
  const ofFocus = { params: { id: focus.id } };
  const { id: _id, ...terms } = promise;
  const { id: _activity, ...content } = activity;
  const change = { id: uuid(), basedOn: 1, change: 'edit', reason: 'Nytt mål' };
  const period = { from: '2026-01-01', to: '2026-12-31' };
  const strike = { reason: 'Räknad två gånger' };
  return [
    { name: 'getLedger', query: { ...period, municipality: '0482' } },
    { name: 'exportLedgerCsv', query: { ...period, municipality: '0482' } },
    { name: 'getPromise', ...ofPromise },
    { name: 'createPromise', body: promiseBody({ source: 'walks', eveningTarget: 1 }) },
    { name: 'changePromise', ...ofPromise, body: { ...change, ...terms } },
    { name: 'addPromiseFigure', ...ofPromise, body: { ...figure, id: uuid() } },
    { name: 'strikePromiseFigure', ...ofFigure, body: strike },
    { name: 'restorePromiseFigure', ...ofFigure },
    { name: 'listActivities', query: period },
    { name: 'exportActivitiesCsv', query: period },
    { name: 'createActivity', body: activityBody({ hotSpotId }) },
    {
      name: 'changeActivity',
      params: { id: activity.id },
      body: { ...change, id: uuid(), ...content },
    },
    { name: 'listSurveyFigures', query: { municipality: '0482' } },
    { name: 'addSurveyFigure', body: surveyBody() },
    { name: 'strikeSurveyFigure', ...ofSurvey, body: strike },
    { name: 'restoreSurveyFigure', ...ofSurvey },
    { name: 'listFocus', query: { municipality: '0482' } },
    { name: 'setFocus', body: { ...focus, id: uuid(), from: '2026-12-05' } },
    { name: 'endFocus', ...ofFocus },
    { name: 'resumeFocus', ...ofFocus },
  ];
}
