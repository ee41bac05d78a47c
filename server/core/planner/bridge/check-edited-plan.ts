/** A plan changed by hand, checked live: in the browser at each move of a drag, on the server before it is saved. */
import type { PlannedBreak } from '../../model.ts';
import { checkPlan } from '../check-plan.ts';
import { checkRoute } from '../check-route.ts';
import type { PlanValue } from '../evaluate-plan.ts';
import { evaluatePlan } from '../evaluate-plan.ts';
import type {
  PlanItem,
  PlanningProblem,
  ProblemBreak,
  ProblemPatrol,
  VisitItem,
} from '../problem.ts';
import { isBreak } from '../problem.ts';
import type { Violation } from '../violation.ts';
import { planDoseWarnings } from './dose-ceiling.ts';
import { plannedBreaks } from './plan-from-solution.ts';
import type { PlanningTask, PlanningWarning } from './planning-task.ts';
import { instantOf } from './planning-task.ts';
import type { EditedRoutes, EditedVisit } from './solution-from-plan.ts';
import { solutionFromPlan } from './solution-from-plan.ts';

/** A broken rule; `visit` and `otherVisit` are indexes in the visits given. */
export interface PlanViolation extends Violation {
  readonly visit?: number | undefined;
  readonly otherVisit?: number | undefined;
}

export interface EditedPlanCheck {
  readonly violations: readonly PlanViolation[];
  readonly warnings: readonly PlanningWarning[];
  /** The breaks, moved where a visit now stands in the way and there is another time for them; past ones stay. */
  readonly breaks: readonly PlannedBreak[];
  readonly figures: PlanValue;
}

/** All that is wrong with a plan as a hand left it. Pinned visits may be moved: it is by hand that they were pinned. */
export function checkEditedPlan(
  task: PlanningTask,
  visits: readonly EditedVisit[],
  breaks: readonly PlannedBreak[],
): EditedPlanCheck {
  const problem = { ...task.problem, locked: [] };
  const routes = withFittingBreaks(problem, solutionFromPlan(task, visits, breaks));
  const sourceOf = (patrol: string, item: number | undefined) => {
    const source = routes.patrols.find(({ id }) => id === patrol)?.sources[item ?? -1];
    return source === -1 ? undefined : source;
  };
  const { nowMinute, origin } = task;
  const past = breaks.filter(
    ({ startsAt }) => nowMinute !== null && startsAt < instantOf(origin, nowMinute),
  );
  return {
    violations: checkPlan(problem, routes).map((one) =>
      Object.assign(one, {
        visit: sourceOf(one.patrol, one.item),
        otherVisit: one.other && sourceOf(one.other.patrol, one.other.item),
      }),
    ),
    warnings: planDoseWarnings(task, routes),
    breaks: [...past, ...plannedBreaks(task, routes)],
    figures: evaluatePlan(problem, routes),
  };
}

function withFittingBreaks(problem: PlanningProblem, routes: EditedRoutes): EditedRoutes {
  const patrols = routes.patrols.map((route) => {
    const patrol = problem.patrols.find(({ id }) => id === route.id);
    return patrol?.break ? withBestBreak(problem, patrol, patrol.break, route) : route;
  });
  return { patrols };
}

type EditedRoute = EditedRoutes['patrols'][number];

/** The route with its break at the nearest time at which the route breaks fewest rules. */
function withBestBreak(
  problem: PlanningProblem,
  patrol: ProblemPatrol,
  { earliest, latest }: ProblemBreak,
  route: EditedRoute,
): EditedRoute {
  const faultsOf = (tried: EditedRoute) => checkRoute(problem, patrol, tried).length;
  let best = route;
  let fewest = faultsOf(route);
  if (fewest === 0) return route;
  const wanted = route.items.find(isBreak)?.start ?? earliest;
  const visits = route.items.flatMap((item, i) =>
    isBreak(item) ? [] : [{ item, source: route.sources[i] ?? -1 }],
  );
  const minutes = Array.from(
    { length: Math.max(0, latest - earliest + 1) },
    (_, i) => earliest + i,
  );
  for (const start of minutes.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))) {
    const tried = withBreakAt(route.id, visits, start);
    const faults = faultsOf(tried);
    if (faults >= fewest) continue;
    best = tried;
    fewest = faults;
    if (fewest === 0) return best;
  }
  return best;
}

function withBreakAt(
  id: string,
  visits: readonly { readonly item: VisitItem; readonly source: number }[],
  start: number,
): EditedRoute {
  const pause: { item: PlanItem; source: number } = { item: { break: true, start }, source: -1 };
  const after = visits.findIndex(({ item }) => item.start >= start);
  const at = after < 0 ? visits.length : after;
  const all = [...visits.slice(0, at), pause, ...visits.slice(at)];
  return { id, items: all.map(({ item }) => item), sources: all.map(({ source }) => source) };
}
