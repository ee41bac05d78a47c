/** When patrols were seen: seven operational days × 24 hours as a table, moved about in with the arrow keys. */
import { useSignal } from '@preact/signals';
import { coverageText } from '../text/coverage.ts';
import { weekdayName } from '../text/format.ts';
import { moveFocus } from '../ui/grid-keys.ts';
import { Figure } from './figure.tsx';
import { whole } from './numbers.ts';
import type { Report } from './state.ts';

type Measure = 'minutes' | 'doses';

const HOURS = 24;
const DAY_STARTS = 6;
const hourName = (hour: number) => String((hour + DAY_STARTS) % HOURS).padStart(2, '0');

export function DayHourGrid({ grid }: { grid: Report['grid'] }) {
  const words = coverageText.value.grid;
  const measure = useSignal<Measure>('minutes');
  const rows = grid[measure.value];
  const most = Math.max(1, ...rows.flat());
  return (
    <section class="box day-hour" aria-labelledby="day-hour-heading">
      <div class="box-head">
        <h2 id="day-hour-heading">{words.heading}</h2>
        <div class="segments small no-print" role="group" aria-label={words.measure}>
          {(['minutes', 'doses'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={measure.value === one}
              onClick={() => {
                measure.value = one;
              }}
            >
              {words[one]}
            </button>
          ))}
        </div>
      </div>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={words.caption}>
        <table onKeyDown={moveFocus}>
          <caption class="visually-hidden">
            {words.caption} ({words[measure.value]})
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{words.day}</span>
              </th>
              {Array.from({ length: HOURS }, (_, hour) => (
                <th key={hour} scope="col" class={hour % 3 === 0 ? '' : 'between'}>
                  {hourName(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((hours, day) => (
              <tr key={weekdayName(day + 1)}>
                <th scope="row">{weekdayName(day + 1).slice(0, 3)}</th>
                {hours.map((value, hour) => (
                  <td key={hourName(hour)} style={{ '--share': String(strength(value, most)) }}>
                    <Cell day={day} hour={hour} value={value} measure={measure.value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** A little is seen as something; the most is full colour. */
function strength(value: number, most: number): number {
  return value === 0 ? 0 : Math.round(12 + (value / most) * 88);
}

interface CellProps {
  readonly day: number;
  readonly hour: number;
  readonly value: number;
  readonly measure: Measure;
}

function Cell({ day, hour, value, measure }: CellProps) {
  const words = coverageText.value.grid;
  const said =
    measure === 'minutes' ? words.minutesValue(whole(value)) : words.dosesValue(whole(value));
  const where = words.cell(weekdayName(day + 1), hourName(hour), hourName(hour + 1), '').trim();
  const shown = value === 0 ? '' : whole(value);
  const rows = {
    kind: measure === 'minutes' ? ('present' as const) : ('delivered' as const),
    cell: day * HOURS + hour,
  };
  return (
    <Figure
      class="cell"
      tabIndex={day === 0 && hour === 0 ? 0 : -1}
      title={words[measure]}
      place={where.replace(/:$/, '')}
      value={said}
      definition="grid"
      rows={rows}
    >
      {shown}
    </Figure>
  );
}
