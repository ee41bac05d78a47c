import { logEn } from './en/log.ts';
import { words } from './language.ts';
import { logSv } from './sv/log.ts';

export const logText = words(logSv, logEn);
