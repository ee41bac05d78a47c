import { handoverEn } from './en/handover.ts';
import { words } from './language.ts';
import { handoverSv } from './sv/handover.ts';

export const handoverText = words(handoverSv, handoverEn);
