/** Figures as people read them: thousands apart, no percentage of few. */
import { coverageText } from '../text/coverage.ts';
import { language } from '../text/language.ts';

/** `73 060` in Swedish, `73,060` in English. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString(language.value === 'sv' ? 'sv-SE' : 'en-GB');
}

/** A share of fewer than this says more as a count (the house rule for small numbers; domain brief, N7). */
const FEWEST_FOR_PERCENT = 20;

/** `61 %`, or null where the whole is too small for one. */
export function percent(part: number, all: number): string | null {
  if (all < FEWEST_FOR_PERCENT) return null;
  const share = Math.round((part / all) * 100);
  return language.value === 'sv' ? `${share} %` : `${share}%`;
}

/** `61 %`, `12 av 18`, or a dash where there is nothing to share. */
export function shareOrCount(part: number, all: number): string {
  const words = coverageText.value.table;
  if (all === 0) return words.none;
  return percent(part, all) ?? words.of(whole(part), whole(all));
}
