import { evaluatePlan, visitShare } from './evaluate-plan.ts';
import type { PlanningProblem, Routes, VisitItem } from './problem.ts';
import { isBreak } from './problem.ts';
import type { VisitReason } from './reasons.ts';

/** Why a visit stands in the plan, from the plan alone; what stands behind its hot spot is the bridge's to add. */
export function explainVisit(
  problem: PlanningProblem,
  plan: Routes,
  visit: VisitItem,
): VisitReason[] {
  const spot = problem.hotspots.find(({ id }) => id === visit.hotspot);
  const window = spot?.windows[visit.window];
  if (!window) return [];
  const toSpot = plan.patrols
    .flatMap(({ items }) => items)
    .filter((item): item is VisitItem => !isBreak(item) && item.hotspot === visit.hotspot);
  const earlier = toSpot.filter(({ start }) => start < visit.start).map(({ start }) => start);
  const inWindow = toSpot.filter((item) => item.window === visit.window);
  const number = inWindow.filter(({ start }) => start <= visit.start).length;
  const { open: opens, close: closes, target } = window;
  const worth = window.weight * visitShare(problem, target, inWindow.length);
  const { value } = evaluatePlan(problem, plan);
  const reasons: VisitReason[] = [];
  if (earlier.length > 0) {
    const minutes = visit.start - Math.max(...earlier);
    reasons.push({ code: 'earlier-in-plan', values: { minutes, number: earlier.length + 1 } });
  }
  if (number <= target) reasons.push({ code: 'window', values: { opens, closes, number, target } });
  else reasons.push({ code: 'beyond-target', values: { number, target } });
  const share = value > 0 ? Math.round((1000 * worth) / value) / 10 : 0;
  reasons.push({ code: 'worth', values: { worth: Math.round(worth * 100) / 100, share } });
  return reasons;
}
