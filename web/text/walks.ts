import { walksEn } from './en/walks.ts';
import { words } from './language.ts';
import { walksSv } from './sv/walks.ts';

export const walksText = words(walksSv, walksEn);
