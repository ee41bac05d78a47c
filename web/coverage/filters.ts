/** Tag, weekdays, hours and borders, as the address says them: `&etikett=resande&dagar=5,6&timmar=18-2&granser=dagens`. */
import { coverageText } from '../text/coverage.ts';
import { weekdayName } from '../text/format.ts';

export interface Hours {
  readonly from: number;
  readonly to: number;
}

export interface Filters {
  /** Empty: all. */
  readonly tag: string;
  /** ISO weekdays in order; empty: all. */
  readonly weekdays: readonly number[];
  /** Null: all day. */
  readonly hours: Hours | null;
  /** As if today's borders had always held; false: the borders that held. */
  readonly onTodaysBorders: boolean;
}

export const NO_FILTERS: Filters = {
  tag: '',
  weekdays: [],
  hours: null,
  onTodaysBorders: false,
};

type Query = Readonly<Record<string, string | undefined>>;

/** What cannot be read filters nothing. */
export function readFilters({
  etikett = '',
  dagar = '',
  timmar = '',
  granser = '',
}: Query): Filters {
  const weekdays = /^[1-7](,[1-7])*$/.test(dagar)
    ? [...new Set(dagar.split(',').map(Number))].sort((a, b) => a - b)
    : [];
  const [, from, to] = /^(\d|1\d|2[0-3])-(\d|1\d|2[0-3])$/.exec(timmar) ?? [];
  const hours = from && to && from !== to ? { from: Number(from), to: Number(to) } : null;
  return {
    tag: etikett,
    weekdays: weekdays.length === 7 ? [] : weekdays,
    hours,
    onTodaysBorders: granser === 'dagens',
  };
}

export function addressOfFilters({ tag, weekdays, hours, onTodaysBorders }: Filters): string {
  return [
    tag && `&etikett=${encodeURIComponent(tag)}`,
    weekdays.length > 0 && `&dagar=${weekdays.join(',')}`,
    hours && `&timmar=${hours.from}-${hours.to}`,
    onTodaysBorders && '&granser=dagens',
  ]
    .filter(Boolean)
    .join('');
}

/** The filters as the API takes them; borders are another route. */
export function queryOfFilters({ tag, weekdays, hours }: Filters) {
  return {
    ...(tag && { tag }),
    ...(weekdays.length > 0 && { weekdays: weekdays.join(',') }),
    ...(hours && { fromHour: String(hours.from), toHour: String(hours.to) }),
  };
}

export const hasTimes = ({ weekdays, hours }: Filters): boolean =>
  weekdays.length > 0 || hours !== null;

export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** `resande · fre, lör · 18:00–02:00`; empty without any. */
export function filtersSaid({ tag, weekdays, hours, onTodaysBorders }: Filters): string {
  const days = weekdays.map((weekday) => weekdayName(weekday).slice(0, 3)).join(', ');
  const times = hours && `${hourName(hours.from)}–${hourName(hours.to)}`;
  const borders = onTodaysBorders && coverageText.value.filters.bordersToday;
  return [tag && `${coverageText.value.filters.tag}: ${tag}`, days, times, borders]
    .filter(Boolean)
    .join(' · ');
}
