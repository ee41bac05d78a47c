import { focusEn } from './en/focus.ts';
import { words } from './language.ts';
import { focusSv } from './sv/focus.ts';

export const focusText = words(focusSv, focusEn);
