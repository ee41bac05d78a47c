/** What every export says about itself: period, selection, version of the definitions, when it was made. */
import { type CalendarRules, localDateOf, localTimeOf } from '#core/calendar/local-time.ts';
import type { EpochMs, LocalDate } from '#core/model.ts';
import type { Cell } from './csv.ts';

export interface ExportFacts {
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly until: EpochMs;
  /** Name of the municipality; null: all. */
  readonly municipality: string | null;
  readonly definitions: string;
  readonly madeAt: EpochMs;
  readonly rules: CalendarRules;
}

/** `2026-11-23 16:05` by the clock on the wall. */
export function wallTime(rules: CalendarRules, at: EpochMs): string {
  return `${localDateOf(rules, at)} ${localTimeOf(rules, at)}`;
}

/** The first lines of a CSV export, and the empty one that sets them off from the table. */
export function factLines(facts: ExportFacts): Cell[][] {
  const { title, from, to, until, municipality, definitions, madeAt, rules } = facts;
  return [
    [title],
    ['Period (operativa dygn)', from, to],
    ['Räknat till', wallTime(rules, until)],
    ['Kommun', municipality ?? 'alla'],
    ['Definitioner, version', definitions],
    ['Framställd', wallTime(rules, madeAt)],
    [],
  ];
}

/** `tackning-2026-09-01--2026-12-31.csv` */
export function exportFileName(
  what: string,
  { from, to }: Pick<ExportFacts, 'from' | 'to'>,
  extension: string,
): string {
  return `${what}-${from}--${to}.${extension}`;
}
