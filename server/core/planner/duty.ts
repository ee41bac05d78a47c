import type { ProblemPatrol, ProblemSpan } from './problem.ts';

/** When a patrol can be planned for: its duty, cut where a call reaches over an end of it, and the calls within. */
export interface Duty {
  readonly start: number;
  readonly end: number;
  /** In order, apart from each other, within the duty. */
  readonly calls: readonly ProblemSpan[];
}

/**
 * A call over the start of duty makes it start later. One over its end makes it end when the call comes: nothing can be
 * asked of a patrol that will not be back. Off duty altogether: start and end are the same.
 */
export function dutyOf(patrol: ProblemPatrol): Duty {
  let { start, end } = patrol;
  const calls: ProblemSpan[] = [];
  for (const call of [...(patrol.unavailable ?? [])].sort((a, b) => a.start - b.start)) {
    const last = calls.at(-1);
    if (call.end <= start || call.start >= end) continue;
    if (call.start <= start) start = call.end;
    else if (last && call.start <= last.end)
      calls[calls.length - 1] = { start: last.start, end: Math.max(last.end, call.end) };
    else calls.push(call);
  }
  const last = calls.at(-1);
  if (last && last.end >= end) {
    end = last.start;
    calls.pop();
  }
  return { start: Math.min(start, end), end, calls };
}
