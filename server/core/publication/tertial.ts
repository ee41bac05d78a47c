/** A tertial (four months: how the police follow their promises up) and from when its page may be published. */
import { addDays } from '../calendar/calendar-date.ts';
import { type Period, periodContaining } from '../calendar/period.ts';
import type { LocalDate } from '../model.ts';

/** `2026-T2`: May to August 2026. */
export type TertialCode = string;

export const TERTIAL_CODE = /^20\d\d-T[123]$/;

const MONTHS_IN_TERTIAL = 4;

/** `tertialPeriod('2026-T2')` → 2026-05-01 to 2026-08-31. @throws RangeError for what is no code of a tertial */
export function tertialPeriod(code: TertialCode): Period {
  if (!TERTIAL_CODE.test(code)) throw new RangeError(`${code} is not a tertial`);
  const month = (Number(code.slice(-1)) - 1) * MONTHS_IN_TERTIAL + 1;
  return periodContaining('tertial', `${code.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}

export function tertialOf(date: LocalDate): TertialCode {
  const number = Math.ceil(Number(date.slice(5, 7)) / MONTHS_IN_TERTIAL);
  return `${date.slice(0, 4)}-T${number}`;
}

/**
 * The first operational day on which every night that counts is at least `delayDays` old.
 *
 * A page of half a tertial, cut 14 days back, would be published again and again, and the difference between two of them
 * would tell on which nights the patrols were out. So a tertial is published whole or not at all.
 */
export function earliestPublication({ to }: Pick<Period, 'to'>, delayDays: number): LocalDate {
  return addDays(to, 1 + delayDays);
}
