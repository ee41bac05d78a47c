/**
 * Half-open intervals [from, to): the later edge belongs to whatever comes next, so that intervals which meet
 * neither overlap nor leave a hole.
 *
 *   union   ├──┤ ├────┤        gaps    ┊  ├──┤   ├─┤  ┊      split   ├────┼──┼───┤
 *             ├────┤    →  ├──────┤    ├──┤  ├───┤ ├──┤
 */
import type { EpochMs, TimeSpan } from '../model.ts';

export function overlaps(a: TimeSpan, b: TimeSpan): boolean {
  return a.from < b.to && b.from < a.to;
}

export function contains(span: TimeSpan, at: EpochMs): boolean {
  return span.from <= at && at < span.to;
}

/** Milliseconds; of intervals that may overlap, so each counts in full. */
export function totalMs(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

/** The part of `span` inside `within`, or null if they share none. */
export function clip(span: TimeSpan, within: TimeSpan): TimeSpan | null {
  const from = Math.max(span.from, within.from);
  const to = Math.min(span.to, within.to);
  return from < to ? { from, to } : null;
}

export function clipAll(spans: readonly TimeSpan[], within: TimeSpan): TimeSpan[] {
  return spans.map((span) => clip(span, within)).filter((span) => span !== null);
}

/** In order, apart from each other: what overlaps or meets becomes one. Empty intervals vanish. */
export function union(spans: readonly TimeSpan[]): TimeSpan[] {
  const inOrder = spans.filter((span) => span.from < span.to).sort((a, b) => a.from - b.from);
  const merged: TimeSpan[] = [];
  for (const span of inOrder) {
    const last = merged.at(-1);
    if (last === undefined || last.to < span.from) merged.push(span);
    else if (last.to < span.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}

/** What of `within` no interval covers. */
export function gaps(spans: readonly TimeSpan[], within: TimeSpan): TimeSpan[] {
  const covered = union(clipAll(spans, within));
  const edges = [within.from, ...covered.flatMap((span) => [span.from, span.to]), within.to];
  const found: TimeSpan[] = [];
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const from = edges[i] ?? within.from;
    const to = edges[i + 1] ?? within.to;
    if (from < to) found.push({ from, to });
  }
  return found;
}

/** The interval cut at those of the instants that lie inside it. */
export function splitAt(span: TimeSpan, instants: readonly EpochMs[]): TimeSpan[] {
  const cuts = instants.filter((at) => span.from < at && at < span.to);
  const edges = [span.from, ...[...new Set(cuts)].sort((a, b) => a - b), span.to];
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? span.from, to }));
}
