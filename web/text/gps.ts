import { gpsEn } from './en/gps.ts';
import { words } from './language.ts';
import { gpsSv } from './sv/gps.ts';

export const gpsText = words(gpsSv, gpsEn);
