/** Figures of the incidents' pages as they are written. */
import { decimal } from '../text/format.ts';
import { language } from '../text/language.ts';

/** `7 546`, and with a decimal where the figure is no whole number: spans of time count in parts. */
export function count(value: number): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : 1;
  return value.toLocaleString(language.value === 'sv' ? 'sv-SE' : 'en-GB', {
    maximumFractionDigits: digits,
  });
}

/** A share as `41 %`; one below a tenth as `2,6 %`. */
export function percent(share: number): string {
  const digits = Math.abs(share) < 0.1 ? 1 : 0;
  const text = decimal(share * 100, digits).replace('-', '−');
  return language.value === 'sv' ? `${text}\u00A0%` : `${text}%`;
}

/** A change as `−24 %`, `+9 %`. */
export function change(share: number): string {
  const digits = Math.abs(share) < 0.1 ? 1 : 0;
  const text = decimal(Math.abs(share) * 100, digits);
  const sign = share < 0 ? '−' : '+';
  return language.value === 'sv' ? `${sign}${text}\u00A0%` : `${sign}${text}%`;
}

/** `51–78 %` */
export const range = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${percent(low).replace(/\u00A0?%$/, '')}–${percent(high)}`;
