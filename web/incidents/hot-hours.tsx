/** When a hot spot is hot: incidents by weekday and hour, the open windows framed, and whether a window should move. */

import type { WireReply } from '#contract/api.ts';
import { FEWEST_FOR_PERCENTAGE } from '#core/evaluation/fewest-for-percentage.ts';
import { call } from '../api.ts';
import { calendarRules } from '../state/settings.ts';
import { evaluationText } from '../text/evaluation.ts';
import { decimal, weekdayName } from '../text/format.ts';
import { problemText } from '../text/problem.ts';
import { count, percent } from './figures.ts';
import type { Judged } from './score-card-screen.tsx';
import { useAnswer } from './use-answer.ts';

type Hours = WireReply<'getHotHours'>;

interface Props {
  readonly places: Judged['places'];
  readonly hotSpotId: string | null;
  readonly heldOutFrom: string;
  readonly onChoose: (hotSpotId: string) => void;
}

export function HotHours({ places, hotSpotId, heldOutFrom, onChoose }: Props) {
  const words = evaluationText.value.hours;
  const key = hotSpotId && `${hotSpotId} ${heldOutFrom}`;
  const { answer, problem } = useAnswer(key, (signal) =>
    call('getHotHours', {
      params: { id: hotSpotId ?? '' },
      query: heldOutFrom ? { heldOutFrom } : {},
      signal,
    }),
  );
  const shown = places.find((place) => place.hotSpotId === answer?.hotSpotId);
  if (!hotSpotId) return null;
  return (
    <section class="hot-hours" aria-labelledby="hours-heading" aria-live="polite">
      <h2 id="hours-heading">{words.heading(shown ? `${shown.code} ${shown.name}` : '…')}</h2>
      <label class="field no-print">
        <span>{words.choose}</span>
        <select value={hotSpotId} onChange={(event) => onChoose(event.currentTarget.value)}>
          {places.map((place) => (
            <option key={place.hotSpotId} value={place.hotSpotId}>
              {place.code} {place.name}
            </option>
          ))}
        </select>
      </label>
      {problem !== null && <p role="alert">{problemText(problem)}</p>}
      {answer && (
        <>
          <p>
            {words.about(count(answer.count), count(answer.nearM))} {caughtWords(answer)}
          </p>
          <HoursTable hours={answer} />
          <p class="muted">
            <span class="open-swatch" aria-hidden="true" /> {words.legendOpen}
          </p>
          <Suggestion hours={answer} />
        </>
      )}
    </section>
  );
}

function caughtWords({ caught, count: all, windows }: Hours): string {
  const words = evaluationText.value.hours;
  if (windows.length === 0 || all === 0) return '';
  return all < FEWEST_FOR_PERCENTAGE
    ? words.caughtFew(decimal(caught * all, 1), count(all))
    : words.caught(percent(caught));
}

function Suggestion({ hours }: { hours: Hours }) {
  const words = evaluationText.value.hours;
  const { suggestion } = hours;
  const isMove = suggestion.known && suggestion.move !== null;
  return (
    <div class={isMove ? 'verdict' : 'verdict unknown'}>
      <p>
        {!suggestion.known && <strong>{evaluationText.value.cannotKnow}. </strong>}
        {suggestionWords(hours)}
      </p>
      {isMove && (
        <p class="muted">
          {words.neverMoves} <a href="/hot-spots">{words.link}</a>
        </p>
      )}
    </div>
  );
}

function suggestionWords({ suggestion, windows }: Hours): string {
  const words = evaluationText.value.hours;
  if (!suggestion.known)
    return suggestion.reason === 'no-windows'
      ? words.noWindows
      : words.tooFew(count(suggestion.earlier), count(suggestion.held));
  const { move, now } = suggestion;
  const window = windows.find(({ id }) => id === move?.windowId);
  if (!move || !window) return words.stay(percent(now));
  const days = window.weekdays.map((day) => weekdayName(day).slice(0, 3)).join(', ');
  return words.move(
    days,
    `${window.start}–${window.end}`,
    `${move.start}–${move.end}`,
    percent(move.now),
    percent(move.after),
  );
}

const hourName = (hour: number): string => {
  const start = Number(calendarRules().dayStart.slice(0, 2));
  return String((hour + start) % 24).padStart(2, '0');
};

function HoursTable({ hours: { incidents, open } }: { hours: Hours }) {
  const words = evaluationText.value.hours;
  const most = Math.max(1, ...incidents.flat());
  return (
    <div class="hot-hours-scroll" tabIndex={0} role="region" aria-label={words.caption}>
      <table class="hot-hours-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{words.day}</span>
            </th>
            {Array.from({ length: 24 }, (_, hour) => (
              <th key={hour} scope="col">
                {hourName(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {incidents.map((row, day) => (
            <tr key={weekdayName(day + 1)}>
              <th scope="row">{weekdayName(day + 1).slice(0, 3)}</th>
              {row.map((events, hour) => (
                <Cell
                  key={hourName(hour)}
                  events={events}
                  share={events / most}
                  isOpen={(open[day]?.[hour] ?? 0) > 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ events, share, isOpen }: { events: number; share: number; isOpen: boolean }) {
  const words = evaluationText.value.hours;
  const strength = events === 0 ? 0 : Math.round(10 + share * 80);
  return (
    <td
      class={isOpen ? 'open' : ''}
      style={{ '--share': String(strength) }}
      title={words.cell(decimal(events, 1))}
    >
      <span>
        <span class="visually-hidden">
          {decimal(events, 1)}
          {isOpen && `, ${words.open}`}
        </span>
      </span>
    </td>
  );
}
