/** The tables of the promise ledger, as `schema.ts` has all others. */
import type { StrikeColumns } from './strike.ts';
import type { VersionColumns } from './version-columns.ts';

/** Append-only: the highest number is what is promised now. */
export interface PromiseVersionTable extends VersionColumns {
  promise_id: string;
  promise_number: number;
  sentence: string;
  owner: string;
  measure: string;
  source: string;
  narrowing: string;
  target: number | null;
  evening_target: number | null;
  date_from: string;
  date_to: string;
  withdrawn: 0 | 1;
}

/** Append-only: the highest number is the activity. */
export interface ActivityVersionTable extends VersionColumns {
  activity_id: string;
  kind: string;
  date: string;
  start: string;
  end: string;
  minutes: number;
  place: string;
  hot_spot_id: string | null;
  adults: number;
  struck: 0 | 1;
}

interface RecordedStrike extends StrikeColumns {
  recorded_by: string;
  recorded_at: number;
}

export interface PromiseFigureTable extends RecordedStrike {
  id: string;
  promise_id: string;
  date: string;
  value: number;
  source: string;
}

export interface SurveyFigureTable extends RecordedStrike {
  id: string;
  municipality: string;
  survey: string;
  year: number;
  question: string;
  percent: number;
  low: number | null;
  high: number | null;
  answers: number;
  source: string;
}

export interface WeeklyFocusTable {
  id: string;
  hot_spot_id: string;
  date_from: string;
  date_to: string;
  reason: string;
  source: string;
  recorded_by: string;
  recorded_at: number;
  /** No longer in force from this operational day; null: it ends by itself. */
  ended_on: string | null;
  ended_by: string | null;
}
