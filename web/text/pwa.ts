import { pwaEn } from './en/pwa.ts';
import { words } from './language.ts';
import { pwaSv } from './sv/pwa.ts';

export const pwaText = words(pwaSv, pwaEn);
