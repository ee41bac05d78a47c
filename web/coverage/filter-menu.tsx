/** Tag, weekdays and hours beside the period. Every choice is an address. */
import { useLocation } from 'preact-iso';
import { coverageText } from '../text/coverage.ts';
import { weekdayName } from '../text/format.ts';
import { type Filters, filtersSaid, hasTimes, hourName, NO_FILTERS } from './filters.ts';
import { whole } from './numbers.ts';
import { addressOfScope, isFilterable, type Scope } from './period.ts';
import { tagsOf } from './places.ts';
import { redrawn } from './state.ts';

interface FilterProps {
  readonly filters: Filters;
  readonly change: (change: Partial<Filters>) => void;
}

export function FilterMenu({ scope }: { scope: Scope }) {
  const { route } = useLocation();
  const words = coverageText.value.filters;
  const { filters } = scope;
  const change = (next: Partial<Filters>) =>
    route(addressOfScope({ ...scope, filters: { ...filters, ...next } }));
  const said = filtersSaid(filters);
  return (
    <>
      <details class="menu no-print filter-menu">
        <summary>{words.label}</summary>
        <div class="menu-panel">
          <Tag filters={filters} change={change} />
          {(isFilterable(scope.period) || filters.onTodaysBorders) && (
            <Borders filters={filters} change={change} />
          )}
          {isFilterable(scope.period) || hasTimes(filters) ? (
            <>
              <Weekdays filters={filters} change={change} />
              <Hours filters={filters} change={change} />
            </>
          ) : (
            <p class="muted">{words.tooLong}</p>
          )}
        </div>
      </details>
      {said !== '' && (
        <p class="filters-said">
          <strong>{said}</strong>
          <button type="button" class="button small no-print" onClick={() => change(NO_FILTERS)}>
            {words.clear}
          </button>
          {hasTimes(filters) && <span class="muted">{words.note}</span>}
          {redrawn.value && <span class="muted">{redrawnSaid(redrawn.value)}</span>}
        </p>
      )}
    </>
  );
}

function Tag({ filters, change }: FilterProps) {
  const words = coverageText.value.filters;
  const known = tagsOf(filters.tag);
  if (known.length === 0) return null;
  return (
    <label>
      <span>{words.tag}</span>
      <select value={filters.tag} onChange={(event) => change({ tag: event.currentTarget.value })}>
        <option value="">{words.allTags}</option>
        {known.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </select>
    </label>
  );
}

function Borders({ filters, change }: FilterProps) {
  const words = coverageText.value.filters;
  return (
    <label>
      <span>{words.borders}</span>
      <select
        value={filters.onTodaysBorders ? 'today' : 'then'}
        onChange={(event) => change({ onTodaysBorders: event.currentTarget.value === 'today' })}
      >
        <option value="then">{words.bordersThen}</option>
        <option value="today">{words.bordersToday}</option>
      </select>
    </label>
  );
}

/** How many visits were counted again, and how many could not be, and why. */
function redrawnSaid(counts: NonNullable<typeof redrawn.value>): string {
  const words = coverageText.value.filters.redrawn;
  const of = (kind: keyof typeof counts) => counts[kind] ?? 0;
  const cannot = [
    of('no-gps') > 0 && words.noGps(whole(of('no-gps'))),
    of('no-points') > 0 && words.noPoints(whole(of('no-points'))),
  ].filter(Boolean);
  const told = of('recounted') + of('outside');
  if (told + cannot.length === 0) return words.none;
  return [
    told > 0 && words.told(whole(told), whole(of('outside'))),
    cannot.length > 0 && words.stand(cannot.join(words.and)),
    words.elsewhere,
  ]
    .filter(Boolean)
    .join(' ');
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

function Weekdays({ filters: { weekdays }, change }: FilterProps) {
  const words = coverageText.value.filters;
  const toggled = (weekday: number) =>
    WEEK.filter((one) => (one === weekday) !== weekdays.includes(one));
  return (
    <fieldset>
      <legend>{words.weekdays}</legend>
      <div class="segments small">
        {WEEK.map((weekday) => (
          <button
            key={weekday}
            type="button"
            aria-label={weekdayName(weekday)}
            aria-pressed={weekdays.includes(weekday)}
            onClick={() => change({ weekdays: toggled(weekday) })}
          >
            {weekdayName(weekday).slice(0, 3)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** In the order of the operational day. */
const HOURS = Array.from({ length: 24 }, (_, column) => (column + 6) % 24);

function Hours({ filters: { hours }, change }: FilterProps) {
  const words = coverageText.value.filters;
  const field = (label: string, value: number, chosen: (hour: number) => void) => (
    <label>
      <span class="visually-hidden">{label}</span>
      <select value={value} onChange={(event) => chosen(Number(event.currentTarget.value))}>
        {HOURS.map((hour) => (
          <option key={hour} value={hour}>
            {hourName(hour)}
          </option>
        ))}
      </select>
    </label>
  );
  const { from, to } = hours ?? { from: 6, to: 6 };
  const set = (from: number, to: number) => change({ hours: from === to ? null : { from, to } });
  return (
    <fieldset>
      <legend>{words.hours}</legend>
      <div class="hour-fields">
        {field(words.from, from, (hour) => set(hour, to))}
        <span aria-hidden="true">–</span>
        {field(words.to, to, (hour) => set(from, hour))}
        {hours === null && <span class="muted">{words.allHours}</span>}
      </div>
    </fieldset>
  );
}
