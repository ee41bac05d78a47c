/** What somebody who watches could learn of a hot spot, window by window, and what to change. */
import { coverageText } from '../text/coverage.ts';
import { decimal, weekdayName } from '../text/format.ts';
import { Figure } from './figure.tsx';
import type { HotSpotLine } from './state.ts';

type Habit = HotSpotLine['habits'][number];

/** The planner's own aim (domain brief, 4.5): below it, there is something to change. */
const WANTED = 0.75;

export function Habits({ line }: { line: HotSpotLine }) {
  const words = coverageText.value.habits;
  const place = `${line.code} ${line.name}`;
  return (
    <section class="habits" aria-label={words.heading}>
      <h3>{words.heading}</h3>
      <p class="muted">{line.habits.length === 0 ? words.none : words.period}</p>
      <ul>
        {line.habits.map((habit) => (
          <li key={habit.start + habit.end}>
            <span class="window">
              {habit.start}–{habit.end}
            </span>
            <Figure
              title={`${words.value} ${habit.start}–${habit.end}`}
              place={place}
              value={habit.value === null ? '–' : decimal(habit.value, 2)}
              definition="unpredictability"
              rows={{ hotSpotId: line.hotSpotId, kind: 'present' }}
              class="strong"
            />
            <span>{sentence(habit)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `7 av 9 fredagsbesök började 21:00–21:30 – börja någon annanstans` */
function sentence({ value, visits, habit }: Habit): string {
  const words = coverageText.value.habits;
  if (value === null || habit === null) return words.tooFew(visits);
  const weekday = habit.weekday === null ? '' : weekdayName(habit.weekday);
  const learned = words.habit(habit.visits, habit.of, weekday, habit.from, habit.to);
  const isLearnable = value < WANTED || habit.visits * 2 > habit.of;
  return `${learned} – ${isLearnable ? words.change : words.fine}`;
}
