/** What the coverage of one hot spot is counted from. */
import { HOUR_MS } from '../calendar/duration.ts';
import type { CalendarRules } from '../calendar/local-time.ts';
import type { WeekHours } from '../calendar/week-hours.ts';
import type { EpochMs, LossReason, TimeSpan, Uuid } from '../model.ts';
import { LONGEST_WINDOW_MS } from './answered-window.ts';
import type { LoggedVisit } from './presence.ts';
import type { PromisedWindow } from './promised-window.ts';

/** A planned visit of the plan that was published for its shift. */
export interface PublishedSlot {
  readonly slotId: Uuid;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  /** Why it did not come about, if the shift lead has said so. */
  readonly loss: LossReason | null;
}

/** All of one hot spot, in any order. What lies outside the span counts only as far as something inside depends on it. */
export interface CoverageInput {
  /** From the start of one operational day to the start of another. */
  readonly span: TimeSpan;
  readonly now: EpochMs;
  readonly rules: CalendarRules;
  readonly windows: readonly PromisedWindow[];
  readonly slots: readonly PublishedSlot[];
  readonly visits: readonly LoggedVisit[];
  /**
   * What is counted of the week; null: all of it. A promise belongs to the hour in which its window opens, a planned
   * visit and a visit to the hour in which they begin; minutes to the hours they lie in.
   */
  readonly hours: WeekHours | null;
}

const MARGIN_MS = LONGEST_WINDOW_MS + HOUR_MS;

/**
 * The visits that touch this span are enough for the block: a window may close, and a planned visit be made, on the
 * far side of the edge (a day away at most). Slots are needed only where they start in the block itself.
 */
export function readingSpan(span: TimeSpan): TimeSpan {
  return { from: span.from - MARGIN_MS, to: span.to + MARGIN_MS };
}

/** Whether the passing of time can no longer change the block; a late or corrected visit still can. */
export function isSettled(input: CoverageInput): boolean {
  return (
    input.now >= readingSpan(input.span).to &&
    input.visits.every((visit) => visit.voided || visit.endedAt !== null)
  );
}
