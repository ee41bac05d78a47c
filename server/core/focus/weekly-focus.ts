/**
 * The weekly focus (veckans inriktning): hot spots that the local picture of the situation (EST, lägesbild) says to
 * visit more in the coming seven days. It ends by itself, so that last month's worry does not steer this month's patrol
 * (domain brief 4.3, N16).
 */
import { addDays, datesFrom } from '../calendar/calendar-date.ts';
import type { LocalDate, Uuid } from '../model.ts';

export const FOCUS_DAYS = 7;
export const MOST_IN_FOCUS = 3;

export interface FocusSpan {
  readonly hotSpotId: Uuid;
  /** First and last operational day. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Taken back: no longer in force from this day. null: it runs its seven days. */
  readonly endedOn: LocalDate | null;
}

/** The last day of a focus that begins on a day. */
export const focusEnds = (from: LocalDate): LocalDate => addDays(from, FOCUS_DAYS - 1);

export const isInFocus = ({ from, to, endedOn }: FocusSpan, date: LocalDate): boolean =>
  from <= date && date <= to && (endedOn === null || date < endedOn);

/** The hot spots in focus on a day, each with the last day of it. */
export const focusedOn = (focuses: readonly FocusSpan[], date: LocalDate) =>
  focuses
    .filter((focus) => isInFocus(focus, date))
    .map(({ hotSpotId, to }) => ({ hotSpotId, until: to }));

export type FocusFault = 'same-hot-spot' | 'too-many';

/** Why a focus cannot be added: its place is in focus on one of its days already, or three others are. */
export function focusFault(
  known: readonly FocusSpan[],
  added: Pick<FocusSpan, 'hotSpotId' | 'from' | 'to'>,
): FocusFault | null {
  const days = datesFrom(added.from, added.to).map((date) =>
    known.filter((focus) => isInFocus(focus, date)),
  );
  if (days.some((those) => those.some(({ hotSpotId }) => hotSpotId === added.hotSpotId)))
    return 'same-hot-spot';
  return days.some((those) => those.length >= MOST_IN_FOCUS) ? 'too-many' : null;
}
