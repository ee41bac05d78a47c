/** Which week, and the ones before and after it. Every choice is an address. */
import { addDays } from '#core/calendar/calendar-date.ts';
import type { LocalDate } from '#core/model.ts';
import { weekName } from '../text/format.ts';
import { weekText } from '../text/week.ts';
import { addressOfWeek, mondayOf, today, weekSpan } from './week-address.ts';

export function WeekChooser({ from }: { from: LocalDate }) {
  const words = weekText.value;
  const step = (days: number, label: string, glyph: string) => {
    const other = addDays(from, days);
    return (
      <a
        class="button small no-print"
        href={addressOfWeek(other)}
        aria-label={`${label}: ${weekName(other)}`}
      >
        <span aria-hidden="true">{glyph}</span>
      </a>
    );
  };
  return (
    <div class="week-chooser">
      {step(-7, words.previous, '‹')}
      <h1 tabIndex={-1}>
        {weekName(from)} <span class="muted">{weekSpan(from)}</span>
      </h1>
      {step(7, words.next, '›')}
      {from !== mondayOf(today()) && (
        <a class="button small quiet no-print" href={addressOfWeek()}>
          {words.thisWeek}
        </a>
      )}
    </div>
  );
}
