import { incidentsEn } from './en/incidents.ts';
import { words } from './language.ts';
import { incidentsSv } from './sv/incidents.ts';

export const incidentsText = words(incidentsSv, incidentsEn);
