import { activitiesEn } from './en/activities.ts';
import { words } from './language.ts';
import { activitiesSv } from './sv/activities.ts';

export const activitiesText = words(activitiesSv, activitiesEn);
