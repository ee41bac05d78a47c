import { checkPlan } from './check-plan.ts';
import { lockedRoutes } from './construct.ts';
import { dutyOf } from './duty.ts';
import { compileProblem } from './instance.ts';
import type { LockedVisit, PlanningProblem } from './problem.ts';
import { lockedWindow } from './problem.ts';
import type { ViolationCode } from './violation.ts';

/**
 * Why the locked visits cannot stand: one of them breaks a rule by itself, or two of them contradict each other.
 * Codes and values are those of a `Violation`, and `no-room-for-break` (patrol): the patrol's locked visits and calls
 * leave no time for its break, or none to walk home.
 */
export interface LockedConflict {
  readonly code: ViolationCode | 'no-room-for-break';
  readonly patrol: string;
  /** Index in `locked`; absent where the patrol's locked visits are at fault together. */
  readonly visit?: number | undefined;
  /** Index in `locked` of the one it contradicts. */
  readonly other?: number | undefined;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Contradictions among locked visits, and with the rules; nothing is ever dropped in silence. Empty: all can be kept. */
export function lockedConflicts(problem: PlanningProblem): LockedConflict[] {
  const routes = problem.patrols.map((_, patrol) =>
    (problem.locked ?? [])
      .map((visit, index) => ({ visit, index }))
      .filter(({ visit }) => visit.patrol === patrol)
      .sort((a, b) => a.visit.start - b.visit.start),
  );
  const plan = {
    patrols: problem.patrols.map(({ id }, p) => ({
      id,
      items: (routes[p] ?? []).map(({ visit }) => visitItem(problem, visit)),
    })),
  };
  const idle = new Set(problem.patrols.filter(isAway).map(({ id }) => id));
  const lockedAt = (patrol: string, item: number | undefined) =>
    item === undefined
      ? undefined
      : routes[problem.patrols.findIndex(({ id }) => id === patrol)]?.[item]?.index;
  const conflicts = checkPlan(problem, plan)
    .filter(
      ({ code, patrol, item }) =>
        code !== 'break-missing' && (item !== undefined || !idle.has(patrol)),
    )
    .map(
      ({ code, patrol, item, other, values }): LockedConflict => ({
        code,
        patrol,
        visit: lockedAt(patrol, item),
        other: other && lockedAt(other.patrol, other.item),
        values,
      }),
    );
  return conflicts.length > 0 ? conflicts : breakConflicts(problem);
}

const isAway = (patrol: PlanningProblem['patrols'][number]) => {
  const { start, end } = dutyOf(patrol);
  return start === end;
};

function visitItem(problem: PlanningProblem, visit: LockedVisit) {
  const spot = problem.hotspots[visit.hotspot];
  const dwell = visit.dwell ?? spot?.dwell ?? 0;
  const window = lockedWindow(problem, visit);
  return { hotspot: spot?.id ?? '', window, start: visit.start, dwell };
}

function breakConflicts(problem: PlanningProblem): LockedConflict[] {
  const routes = lockedRoutes(compileProblem(problem));
  if (typeof routes !== 'number') return [];
  const patrol = problem.patrols[routes]?.id ?? '';
  return [{ code: 'no-room-for-break', patrol, values: {} }];
}
