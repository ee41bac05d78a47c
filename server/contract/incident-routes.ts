/** The schemas of the routes for incidents and what they say of the hot spots: a part of `api.ts`. */
import { idParam } from './schemas/common.ts';
import {
  density,
  densityQuery,
  effect,
  effectQuery,
  hotHours,
  hotHoursQuery,
  scoreCard,
  scoreCardQuery,
} from './schemas/evaluation.ts';
import { csvText } from './schemas/files.ts';
import {
  harmTable,
  harmTables,
  importQuery,
  incidentFile,
  incidentImport,
  incidentImports,
  incidentPreview,
  previewQuery,
  setHarmTableBody,
} from './schemas/incidents.ts';

export const incidentRoutes = {
  previewIncidents: {
    summary: 'What a file of incidents tells by which columns; nothing is stored',
    query: previewQuery,
    takes: 'application/octet-stream',
    body: incidentFile,
    reply: incidentPreview,
  },
  importIncidents: {
    summary: 'Take the incidents of a file in; what is there already is not made twice',
    query: importQuery,
    takes: 'application/octet-stream',
    body: incidentFile,
    reply: incidentImport,
    status: 201,
  },
  listIncidentImports: { summary: 'Imports of incidents, newest first', reply: incidentImports },
  withdrawIncidentImport: {
    summary: 'Take an import back as a whole: its incidents are deleted',
    params: idParam,
    reply: incidentImport,
  },
  getHarmTable: { summary: 'The weights of the categories, and their versions', reply: harmTables },
  setHarmTable: {
    summary: 'Make a new version of the weights; the ones before stand',
    body: setHarmTableBody,
    reply: harmTable,
    ifMatch: true,
  },
  getIncidentDensity: {
    summary: 'Where incidents were dense: a surface to look at, no hot spot',
    query: densityQuery,
    reply: density,
  },
  getScoreCard: {
    summary: 'How well the drawn hot spots caught the incidents of months held out',
    query: scoreCardQuery,
    reply: scoreCard,
  },
  exportScoreCardCsv: {
    summary: 'The score card as CSV: a line a hot spot, then all together',
    query: scoreCardQuery,
    reply: csvText,
    mediaType: 'text/csv',
  },
  getHotHours: {
    summary: 'When a hot spot is hot, beside its time windows',
    params: idParam,
    query: hotHoursQuery,
    reply: hotHours,
  },
  getEffect: {
    summary:
      'Before and after in hot spots, rings round them and the rest, with what cannot be known',
    query: effectQuery,
    reply: effect,
  },
} as const;
