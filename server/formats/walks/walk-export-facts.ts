import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { EpochMs } from '#core/model.ts';

/** What the exports of walks say of themselves. */
export interface WalkExportFacts {
  /** Name of the municipality; null: all. */
  readonly municipality: string | null;
  readonly definitions: string;
  readonly madeAt: EpochMs;
  readonly rules: CalendarRules;
}
