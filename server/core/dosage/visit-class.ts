/** What a visit counts as: pass-through < 3 min ≤ short < 10 min ≤ dose, and above 20 min over the ceiling. */
import { MINUTE_MS } from '../calendar/duration.ts';
import type { TimeSpan } from '../model.ts';
import { windowOf } from './answered-window.ts';
import type { Presence } from './presence.ts';
import type { PromisedOccurrence } from './promised-window.ts';
import { DEFAULT_THRESHOLDS, type DoseThresholds, PASS_THROUGH_MIN } from './thresholds.ts';

export const VISIT_CLASSES = ['pass-through', 'short', 'dose', 'over-ceiling'] as const;
export type VisitClass = (typeof VISIT_CLASSES)[number];

/** `visitClass({ from: 0, to: 10 * 60_000 })` → `dose`. */
export function visitClass(
  span: TimeSpan,
  thresholds: DoseThresholds = DEFAULT_THRESHOLDS,
): VisitClass {
  const lengthMin = (span.to - span.from) / MINUTE_MS;
  if (lengthMin < PASS_THROUGH_MIN) return 'pass-through';
  if (lengthMin < thresholds.countsFromMin) return 'short';
  return lengthMin > thresholds.ceilingMin ? 'over-ceiling' : 'dose';
}

/** A visit over the ceiling is one dose too, never two. */
export function isDose(visitClass: VisitClass): boolean {
  return visitClass === 'dose' || visitClass === 'over-ceiling';
}

/** The part of a visit after its ceiling; null if it has none. */
export function aboveCeiling(span: TimeSpan, thresholds: DoseThresholds): TimeSpan | null {
  const from = span.from + thresholds.ceilingMin * MINUTE_MS;
  return from < span.to ? { from, to: span.to } : null;
}

export interface ClassedPresence extends Presence {
  readonly class: VisitClass;
  readonly thresholds: DoseThresholds;
  /** The promise that it answers. */
  readonly answers: PromisedOccurrence | null;
}

/** Each presence by the thresholds of the window it falls in. `inOrder`: by opening, as `promisedOccurrences` gives. */
export function classed(
  presences: readonly Presence[],
  inOrder: readonly PromisedOccurrence[],
): ClassedPresence[] {
  return presences.map((presence) => {
    const answers = windowOf(presence, inOrder);
    const thresholds = answers?.window ?? DEFAULT_THRESHOLDS;
    return { ...presence, class: visitClass(presence, thresholds), thresholds, answers };
  });
}
