/** The schemas of the routes of the promise ledger and the weekly focus: a part of `api.ts`. */
import { idParam } from './schemas/common.ts';
import { csvText } from './schemas/files.ts';
import { focus, focusList, focusQuery, setFocusBody } from './schemas/focus.ts';
import {
  activity,
  activityList,
  addFigureBody,
  addSurveyBody,
  changeActivityBody,
  changePromiseBody,
  createActivityBody,
  createPromiseBody,
  handFigure,
  ledger,
  ledgerQuery,
  promiseDetail,
  strikeBody,
  surveyFigure,
  surveyList,
  surveyQuery,
} from './schemas/promises.ts';

export const promiseRoutes = {
  getLedger: {
    summary: 'The promise ledger: target beside outcome, and by when it is kept or not',
    query: ledgerQuery,
    reply: ledger,
  },
  exportLedgerCsv: {
    summary: 'The promise ledger as CSV, a line a promise',
    query: ledgerQuery,
    reply: csvText,
    mediaType: 'text/csv',
  },
  getPromise: {
    summary: 'One promise with what counts towards it and all its versions',
    params: idParam,
    reply: promiseDetail,
  },
  createPromise: {
    summary: 'Enter a promise',
    body: createPromiseBody,
    reply: promiseDetail,
    status: 201,
  },
  changePromise: {
    summary: 'Change, withdraw or restore a promise: a new version',
    params: idParam,
    body: changePromiseBody,
    reply: promiseDetail,
    status: 201,
  },
  addPromiseFigure: {
    summary: 'Enter a figure by hand, with its source',
    params: idParam,
    body: addFigureBody,
    reply: handFigure,
    status: 201,
  },
  strikePromiseFigure: {
    summary: 'Strike a figure, with the reason',
    params: idParam,
    body: strikeBody,
    reply: handFigure,
  },
  restorePromiseFigure: { summary: 'Undo that', params: idParam, reply: handFigure },

  listActivities: { summary: 'Activities by date', query: ledgerQuery, reply: activityList },
  createActivity: {
    summary: 'Enter an activity',
    body: createActivityBody,
    reply: activity,
    status: 201,
  },
  changeActivity: {
    summary: 'Change, strike or restore an activity: a new version',
    params: idParam,
    body: changeActivityBody,
    reply: activity,
    status: 201,
  },
  exportActivitiesCsv: {
    summary: 'Activities as CSV',
    query: ledgerQuery,
    reply: csvText,
    mediaType: 'text/csv',
  },

  listSurveyFigures: {
    summary: 'What yearly surveys say, with intervals; never a running measure',
    query: surveyQuery,
    reply: surveyList,
  },
  addSurveyFigure: {
    summary: 'Enter the figure of a year',
    body: addSurveyBody,
    reply: surveyFigure,
    status: 201,
  },
  strikeSurveyFigure: {
    summary: 'Strike it, with the reason',
    params: idParam,
    body: strikeBody,
    reply: surveyFigure,
  },
  restoreSurveyFigure: { summary: 'Undo that', params: idParam, reply: surveyFigure },

  listFocus: {
    summary: 'Hot spots in the weekly focus, now and before',
    query: focusQuery,
    reply: focusList,
  },
  setFocus: {
    summary: 'Put a hot spot in focus for seven days',
    body: setFocusBody,
    reply: focus,
    status: 201,
  },
  endFocus: { summary: 'Take it back today', params: idParam, reply: focus },
  resumeFocus: { summary: 'Undo that', params: idParam, reply: focus },
} as const;
