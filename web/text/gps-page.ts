import { gpsPageEn } from './en/gps-page.ts';
import { words } from './language.ts';
import { gpsPageSv } from './sv/gps-page.ts';

export const gpsPageText = words(gpsPageSv, gpsPageEn);
