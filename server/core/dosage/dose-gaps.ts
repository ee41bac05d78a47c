/**
 * Intermittency: the time from the end of one dose to the start of the next (Crime Science 2024).
 *
 *   from ┊     ├─dose─┤        ├─dose─┤  ┊ until
 *        ├─────┤      ├────────┤      ├──┤
 *
 * For the longest, the edges of the report count as doses would, so a place without any has a gap as long as the
 * report. The distribution is of whole gaps alone: how long one at the edge was, nobody knows.
 */
import { clipAll, union } from '../calendar/interval.ts';
import type { TimeSpan } from '../model.ts';
import type { CoverageBlock, DoseGaps } from './coverage-block.ts';
import { gapHistogram, mergeHistograms } from './length-histogram.ts';

/** Doses that overlap leave no gap, whichever patrols made them. */
export function doseGaps(doses: readonly TimeSpan[], within: TimeSpan): DoseGaps {
  const under = union(clipAll(doses, within));
  const between = under.slice(1).map(({ from }, i) => from - (under[i]?.to ?? from));
  return {
    firstFrom: under[0]?.from ?? null,
    lastTo: under.at(-1)?.to ?? null,
    longestMs: Math.max(0, ...between),
    minutes: gapHistogram(between),
  };
}

/** Parts that follow each other in time. */
export function mergeGaps(inOrder: readonly DoseGaps[]): DoseGaps {
  const between: number[] = [];
  let firstFrom: number | null = null;
  let lastTo: number | null = null;
  for (const part of inOrder) {
    const gap = lastTo === null || part.firstFrom === null ? 0 : part.firstFrom - lastTo;
    // A dose across the edge of two parts leaves none.
    if (gap > 0) between.push(gap);
    firstFrom ??= part.firstFrom;
    lastTo = part.lastTo ?? lastTo;
  }
  return {
    firstFrom,
    lastTo,
    longestMs: Math.max(0, ...inOrder.map(({ longestMs }) => longestMs), ...between),
    minutes: mergeHistograms([...inOrder.map(({ minutes }) => minutes), gapHistogram(between)]),
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
