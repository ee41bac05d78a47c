import { hotSpotsEn } from './en/hot-spots.ts';
import { words } from './language.ts';
import { hotSpotsSv } from './sv/hot-spots.ts';

export const hotSpotsText = words(hotSpotsSv, hotSpotsEn);
