/** What every export says about itself: period, selection, version of the definitions, when it was made. */
import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { WeekHours } from '#core/calendar/week-hours.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';
import type { Cell } from './csv.ts';
import { dateCell, timeCell } from './wall-moment.ts';

export interface ExportFacts {
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly until: EpochMs;
  /** Name of the municipality; null: all. */
  readonly municipality: string | null;
  /** Only hot spots with this tag; null: all. */
  readonly tag: string | null;
  /** What is counted of the week; null: all. */
  readonly hours: WeekHours | null;
  readonly definitions: string;
  readonly madeAt: EpochMs;
  readonly rules: CalendarRules;
}

/** What stands above the table of a CSV export, and the empty line that sets it off; or on a sheet of its own. */
export function factLines(facts: ExportFacts): Cell[][] {
  const { title, from, to, until, municipality, tag, hours, definitions, madeAt, rules } = facts;
  return [
    [title],
    ['Period (operativa dygn)', dateCell(from), dateCell(to)],
    ['Räknat till', timeCell(rules, until)],
    ['Kommun', municipality ?? 'alla'],
    ['Etikett', tag ?? 'alla'],
    ['Veckodagar', weekdaysSaid(hours)],
    ['Timmar', hoursSaid(hours)],
    ['Gränser', 'som de gällde'],
    ['Definitioner, version', definitions],
    ['Framställd', timeCell(rules, madeAt)],
    [],
  ];
}

const WEEKDAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];

function weekdaysSaid(hours: WeekHours | null): string {
  const named = (hours?.weekdays ?? []).map((weekday) => WEEKDAYS[weekday - 1] ?? '');
  return named.length === 0 ? 'alla' : named.join(', ');
}

function hoursSaid(hours: WeekHours | null): string {
  if (hours === null || hours.fromHour === hours.toHour) return 'alla';
  const said = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  return `${said(hours.fromHour)}–${said(hours.toHour)}, efter när det började`;
}

/** `tackning-2026-09-01--2026-12-31.csv` */
export function exportFileName(
  what: string,
  { from, to }: Pick<ExportFacts, 'from' | 'to'>,
  extension: string,
): string {
  return `${what}-${from}--${to}.${extension}`;
}
