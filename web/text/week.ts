import { weekEn } from './en/week.ts';
import { words } from './language.ts';
import { weekSv } from './sv/week.ts';

export const weekText = words(weekSv, weekEn);
