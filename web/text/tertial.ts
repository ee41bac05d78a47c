import { tertialEn } from './en/tertial.ts';
import { words } from './language.ts';
import { tertialSv } from './sv/tertial.ts';

export const tertialText = words(tertialSv, tertialEn);

/** `2026-T2` → `Tertial 2, 2026` */
export const tertialName = (code: string): string =>
  tertialText.value.name(code.slice(-1), code.slice(0, 4));
