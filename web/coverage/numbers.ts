/** Figures as people read them: thousands apart, no percentage of few. */
import { FEWEST_FOR_PERCENTAGE } from '#core/evaluation/fewest-for-percentage.ts';
import { coverageText } from '../text/coverage.ts';
import { language } from '../text/language.ts';

/** `73 060` in Swedish, `73,060` in English. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString(language.value === 'sv' ? 'sv-SE' : 'en-GB');
}

/** `61 %`, or null where the whole is too small for one. */
export function percent(part: number, all: number): string | null {
  if (all < FEWEST_FOR_PERCENTAGE) return null;
  const share = Math.round((part / all) * 100);
  return language.value === 'sv' ? `${share} %` : `${share}%`;
}

/** `61 %`, `12 av 18`, or a dash where there is nothing to share. */
export function shareOrCount(part: number, all: number): string {
  const words = coverageText.value.table;
  if (all === 0) return words.none;
  return percent(part, all) ?? words.of(whole(part), whole(all));
}
