/** Amounts as people read them: whole where they are, else with one decimal. */
import type { LocalDate } from '#core/model.ts';
import { shortDate } from '../text/format.ts';
import { language } from '../text/language.ts';

/** `212`, `37,5`, `1 240` */
export function amount(value: number): string {
  const locale = language.value === 'sv' ? 'sv-SE' : 'en-GB';
  return value.toLocaleString(locale, { maximumFractionDigits: 1 });
}

/** `31 dec`, and with its year where that is not the page's: `15 feb 2027`. */
export function dayIn(year: number, date: LocalDate): string {
  const own = date.slice(0, 4);
  const day = shortDate(date).replace(' ', '\u00a0');
  return own === String(year) ? day : `${day} ${own}`;
}
