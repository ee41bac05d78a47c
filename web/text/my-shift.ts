import { myShiftEn } from './en/my-shift.ts';
import { words } from './language.ts';
import { myShiftSv } from './sv/my-shift.ts';

export const myShiftText = words(myShiftSv, myShiftEn);
