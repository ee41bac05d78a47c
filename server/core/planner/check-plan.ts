/**
 * All rules of a plan, checked by plain recomputation: an equal of shared/planner/check.mjs, with every violation as a
 * code and figures. It shares no code with the search, so that a fault there cannot hide here; and it is quick enough to
 * run at each move of a drag.
 */

import { checkRoute } from './check-route.ts';
import type { PatrolRoute, PlanItem, PlanningProblem, Routes, VisitItem } from './problem.ts';
import { isBreak, spacingAfter } from './problem.ts';
import type { ItemRef, Violation } from './violation.ts';

/** Every broken rule of the plan, route by route; empty: the plan keeps them all. */
export function checkPlan(problem: PlanningProblem, plan: Routes): Violation[] {
  const known = new Set(problem.patrols.map((patrol) => patrol.id));
  const violations: Violation[] = plan.patrols
    .filter((route) => !known.has(route.id))
    .map((route) => ({ code: 'unknown-patrol', patrol: route.id, values: {} }));
  for (const patrol of problem.patrols) {
    const route = plan.patrols.find((candidate) => candidate.id === patrol.id);
    if (route) violations.push(...checkRoute(problem, patrol, route));
    else violations.push({ code: 'patrol-missing', patrol: patrol.id, values: {} });
  }
  return [
    ...violations,
    ...gapViolations(problem, plan),
    ...takenViolations(problem, plan),
    ...lockedViolations(problem, plan),
  ];
}

interface PlacedVisit extends ItemRef {
  readonly visit: VisitItem;
}

const placedVisits = (route: PatrolRoute): PlacedVisit[] =>
  route.items.flatMap((visit: PlanItem, item) =>
    isBreak(visit) ? [] : [{ patrol: route.id, item, visit }],
  );

function gapViolations(problem: PlanningProblem, plan: Routes): Violation[] {
  const bySpot = new Map<string, PlacedVisit[]>();
  for (const placed of plan.patrols.flatMap(placedVisits)) {
    const others = bySpot.get(placed.visit.hotspot);
    if (others) others.push(placed);
    else bySpot.set(placed.visit.hotspot, [placed]);
  }
  return problem.hotspots.flatMap((spot) => {
    const visits = (bySpot.get(spot.id) ?? []).sort((a, b) => a.visit.start - b.visit.start);
    return visits.flatMap((placed, i): Violation[] => {
      const { patrol, item, visit } = placed;
      const before = visits[i - 1];
      const start = visit.start;
      const values = { hotspot: spot.id, start };
      if (before) {
        const spacing = spacingAfter(spot, before.visit.dwell);
        const apart = start - before.visit.start;
        if (apart >= spacing) return [];
        const other = { patrol: before.patrol, item: before.item };
        const figures = { ...values, other: before.visit.start, spacing, apart };
        return [{ code: 'gap', patrol, item, other, values: figures }];
      }
      const apart = start - (spot.lastStart ?? Number.NEGATIVE_INFINITY);
      if (apart >= spot.spacing) return [];
      const figures = { ...values, last: start - apart, spacing: spot.spacing, apart };
      return [{ code: 'gap-to-last-shift', patrol, item, values: figures }];
    });
  });
}

/** Too near a visit that another shift plans to make. */
function takenViolations(problem: PlanningProblem, plan: Routes): Violation[] {
  const placed = plan.patrols.flatMap(placedVisits);
  return problem.hotspots.flatMap((spot) =>
    (spot.taken ?? []).flatMap((taken) =>
      placed
        .filter(({ visit }) => visit.hotspot === spot.id)
        .flatMap(({ patrol, item, visit }): Violation[] => {
          const isAfter = visit.start > taken.start;
          const spacing = spacingAfter(spot, isAfter ? taken.dwell : visit.dwell);
          const apart = Math.abs(visit.start - taken.start);
          if (apart >= spacing) return [];
          const { hotspot, start } = visit;
          const values = { hotspot, start, other: taken.start, spacing, apart };
          return [{ code: 'gap-to-other-shift', patrol, item, values }];
        }),
    ),
  );
}

function lockedViolations(problem: PlanningProblem, plan: Routes): Violation[] {
  return (problem.locked ?? []).flatMap((locked): Violation[] => {
    const patrol = problem.patrols[locked.patrol]?.id ?? '';
    const spot = problem.hotspots[locked.hotspot];
    const dwell = locked.dwell ?? spot?.dwell;
    const kept = plan.patrols
      .filter((route) => route.id === patrol)
      .flatMap((route) => route.items)
      .some(
        (item) =>
          !isBreak(item) &&
          item.hotspot === spot?.id &&
          item.start === locked.start &&
          (item.dwell ?? spot.dwell) === dwell,
      );
    if (kept) return [];
    const values = { hotspot: spot?.id ?? '', start: locked.start };
    return [{ code: 'locked-missing', patrol, values }];
  });
}
