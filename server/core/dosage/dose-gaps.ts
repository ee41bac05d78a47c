/**
 * Intermittency: the time from the end of one dose to the start of the next (Crime Science 2024). The edges of the
 * report count as doses would, so a place without any has a gap as long as the report.
 *
 *   from ┊     ├─dose─┤        ├─dose─┤  ┊ until
 *        ├─────┤      ├────────┤      ├──┤
 */
import { clipAll, union } from '../calendar/interval.ts';
import type { TimeSpan } from '../model.ts';
import type { CoverageBlock, DoseGaps } from './coverage-block.ts';

/** Doses that overlap leave no gap, whichever patrols made them. */
export function doseGaps(doses: readonly TimeSpan[], within: TimeSpan): DoseGaps {
  const under = union(clipAll(doses, within));
  let longestMs = 0;
  for (let i = 1; i < under.length; i += 1) {
    longestMs = Math.max(longestMs, (under[i]?.from ?? 0) - (under[i - 1]?.to ?? 0));
  }
  return { firstFrom: under[0]?.from ?? null, lastTo: under.at(-1)?.to ?? null, longestMs };
}

/** @param later what follows `earlier` in time */
export function mergeGaps(earlier: DoseGaps, later: DoseGaps): DoseGaps {
  const between =
    earlier.lastTo === null || later.firstFrom === null ? 0 : later.firstFrom - earlier.lastTo;
  return {
    firstFrom: earlier.firstFrom ?? later.firstFrom,
    lastTo: later.lastTo ?? earlier.lastTo,
    longestMs: Math.max(earlier.longestMs, later.longestMs, between),
  };
}

/** Null for a block that has not begun. */
export function longestGapMs({
  span,
  until,
  gaps,
}: Pick<CoverageBlock, 'span' | 'until' | 'gaps'>): number | null {
  if (until <= span.from) return null;
  if (gaps.firstFrom === null || gaps.lastTo === null) return until - span.from;
  return Math.max(gaps.firstFrom - span.from, gaps.longestMs, until - gaps.lastTo);
}
