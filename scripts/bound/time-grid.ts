/** The grid that all of a problem's times lie on. */
import type { PlanningProblem } from '#core/planner/problem.ts';

/** Minutes between the grid's points: the greatest number that divides every time of the problem. */
export function gridStep({ hotspots, patrols, walk }: PlanningProblem): number {
  const times = [
    ...walk.flat(),
    ...hotspots.flatMap(({ dwell, spacing, lastStart = 0 }) => [dwell, spacing, lastStart]),
    ...hotspots.flatMap(({ windows }) => windows.flatMap(({ open, close }) => [open, close])),
    ...patrols.flatMap(({ start, end, break: rest, unavailable = [] }) => [
      start,
      end,
      ...(rest ? [rest.dur, rest.earliest, rest.latest] : []),
      ...unavailable.flatMap((call) => [call.start, call.end]),
    ]),
  ];
  return times.reduce((step, minutes) => greatestDivisor(step, Math.abs(minutes)), 0) || 1;
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
