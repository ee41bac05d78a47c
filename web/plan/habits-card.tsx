/** «Oförutsägbarhet»: what could be told of the shift by whoever has watched, before its plan and with it, and the price. */
import { isoWeekday } from '#core/calendar/calendar-date.ts';
import type { Habit } from '#core/planner/bridge/plan-habits.ts';
import type { Predictability } from '#core/planner/vary/predictability.ts';
import { clock, decimal, weekdayName } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { Card } from './card.tsx';
import { check, habits, placeById, planning, shift, task } from './state.ts';
import { TOLERANCES, tolerance } from './tolerance.ts';

export function HabitsCard() {
  const words = planText.value.habits;
  const known = habits.value;
  if (!known) return null;
  return (
    <Card title={words.title} back=".habits-button">
      <p class="muted">{words.intro}</p>
      <Measures before={known.before} after={known.after} />
      <ul class="reasons-list">
        {known.habits.map((habit) => (
          <HabitLine key={`${habit.hotSpotId} ${habit.from}`} habit={habit} />
        ))}
      </ul>
      {known.habits.length === 0 && known.before.evenness !== null && <p>{words.noHabits}</p>}
      <Price />
    </Card>
  );
}

function Measures({ before, after }: { before: Predictability; after: Predictability }) {
  const words = planText.value.habits;
  const even = ({ evenness }: Predictability) =>
    evenness === null ? words.tooFew : decimal(evenness, 2);
  const empty = ({ neverSeen, quarters }: Predictability) => words.shareOf(neverSeen, quarters);
  const again = ({ repeated, visits }: Predictability) =>
    visits === 0 ? words.tooFew : words.shareOf(repeated, visits);
  const rows = [
    [words.evenness, even],
    [words.neverSeen, empty],
    [words.repeated, again],
  ] as const;
  return (
    <table class="measures">
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, say]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="num">{say(before)}</td>
            <td class="num">{say(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HabitLine({ habit }: { habit: Habit }) {
  const words = planText.value.habits;
  const { hotSpotId, alike, visits, isSameWeekday, from, to, planned, isKept } = habit;
  const code = placeById(hotSpotId)?.properties.code ?? '';
  const day = isSameWeekday && shift.value ? weekdayName(isoWeekday(shift.value.date)) : null;
  const times = planned.map((at) => clock(at)).join(', ');
  return (
    <li>
      {words.habit(code, alike, visits, day, clock(from), clock(to))}
      {' – '}
      <b class={isKept ? 'wrong' : ''}>
        {isKept && `▲ ${words.kept}: `}
        {planned.length > 0 ? words.planned(times) : words.notPlanned}
      </b>
    </li>
  );
}

/** Equal plans may differ in the last digits. */
const ROUNDING = 1e-6;

/** What the plan gives up of the greatest value found, and how much the next may. */
function Price() {
  const words = planText.value.habits;
  const best = planning.value?.plan?.bestValue ?? null;
  const value = check.value?.figures.value ?? 0;
  // Of a shift that is on, only what is left is valued: nothing to compare with what was planned ahead.
  const isComparable =
    task.value?.nowMinute === null && best !== null && best > 0 && value <= best + ROUNDING;
  return (
    <>
      {isComparable && <p>{words.price(decimal(Math.max(0, 100 * (1 - value / best)), 1))}</p>}
      <label class="loss-field">
        {words.tolerance}{' '}
        <select
          value={tolerance.value}
          onChange={(event) => {
            const chosen = TOLERANCES.find((one) => one === event.currentTarget.value);
            if (chosen) tolerance.value = chosen;
          }}
        >
          {TOLERANCES.map((percent) => (
            <option key={percent} value={percent}>
              {words.percent(percent)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
