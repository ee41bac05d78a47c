/** Why targets are unmet: the reasons are tried in the order of `UnmetReasonCode`, and the first that holds is given. */

import { dutyOf } from './duty.ts';
import { countVisits } from './evaluate-plan.ts';
import { fitsAnywhere, fitsForLonePatrol } from './fits.ts';
import { forceVisit } from './force-visit.ts';
import type { Instance } from './instance.ts';
import { compileProblem } from './instance.ts';
import { loadPlan } from './load-plan.ts';
import type {
  PlanningProblem,
  ProblemHotSpot,
  ProblemWindow,
  Routes,
  UnmetTarget,
} from './problem.ts';
import { legMinutes, spacingAfter } from './problem.ts';
import type { UnmetReason } from './reasons.ts';
import type { RouteState } from './routes.ts';

interface Unmet {
  readonly problem: PlanningProblem;
  readonly plan: Routes;
  readonly inst: Instance;
  readonly routes: RouteState | null;
  readonly spot: ProblemHotSpot;
  readonly hotspot: number;
  readonly window: number;
  readonly wanted: ProblemWindow;
  readonly rounds: number;
}

/** Rounds of mending spent on all forced visits together, and bounds for one: a plan's reasons take a fraction of a second. */
const ALL_ROUNDS = 300;
const MOST_ROUNDS = 40;
const LEAST_ROUNDS = 10;

/** The targets that the plan leaves unmet, each with its reason. The plan is expected to keep the rules. */
export function explainUnmet(problem: PlanningProblem, plan: Routes): UnmetTarget[] {
  const counts = countVisits(problem, plan);
  const inst = compileProblem(problem);
  const routes = loadPlan(inst, plan);
  const unmet = problem.hotspots.flatMap((spot, hotspot) =>
    spot.windows.flatMap((wanted, window) => {
      const missing = wanted.target - (counts[hotspot]?.[window] ?? 0);
      return missing > 0 ? [{ spot, hotspot, wanted, window, missing }] : [];
    }),
  );
  const share = Math.floor(ALL_ROUNDS / Math.max(1, unmet.length));
  const rounds = Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, share));
  return unmet.map(({ missing, ...one }) => ({
    hotspot: one.spot.id,
    window: one.window,
    missing,
    reason: reasonFor({ ...one, problem, plan, inst, routes, rounds }),
  }));
}

const reasonFor = (unmet: Unmet): UnmetReason =>
  tooFewOfficers(unmet) ??
  noPatrol(unmet) ??
  gapAllows(unmet) ??
  roomLeft(unmet) ??
  lockedVisit(unmet) ??
  loadCeiling(unmet) ??
  costsMore(unmet) ?? { code: 'no-plan-found', values: {} };

function tooFewOfficers({ problem, wanted }: Unmet): UnmetReason | null {
  const needed = wanted.crew ?? 0;
  const most = Math.max(0, ...problem.patrols.map((patrol) => patrol.crew ?? needed));
  return most < needed ? { code: 'too-few-officers', values: { needed, most } } : null;
}

function noPatrol({ problem, hotspot, wanted }: Unmet): UnmetReason | null {
  if (fitsForLonePatrol(problem, hotspot, wanted)) return null;
  return { code: 'no-patrol', values: { opens: wanted.open, closes: wanted.close } };
}

/** How many visits the gap leaves room for between the first minute a patrol can be there and the last. */
function gapAllows({ problem, spot, wanted }: Unmet): UnmetReason | null {
  const { spacing, dwell, place } = spot;
  const able = problem.patrols.filter((patrol) => (patrol.crew ?? Infinity) >= (wanted.crew ?? 0));
  const first = Math.min(
    ...able.map((p) => dutyOf(p).start + legMinutes(problem, p, p.from, place)),
  );
  const last = Math.max(
    ...able.map((p) => dutyOf(p).end - legMinutes(problem, p, place, p.to) - dwell),
  );
  const from = Math.max(wanted.open, first, (spot.lastStart ?? -Infinity) + spacing);
  const until = Math.min(wanted.close - dwell, last);
  if (spacing === 0 && from <= until) return null;
  const most = mostVisits(spot, from, until);
  if (most >= wanted.target) return null;
  return { code: 'gap-allows', values: { most, gap: Math.max(0, spacing - dwell), spacing } };
}

/** Visits that start in [from, until], each as early as the gap and the visits of other shifts allow. */
function mostVisits(spot: ProblemHotSpot, from: number, until: number): number {
  const taken = [...(spot.taken ?? [])].sort((a, b) => a.start - b.start);
  let count = 0;
  for (let start = from; start <= until; ) {
    const clash = taken.find(
      (other) =>
        start < other.start + spacingAfter(spot, other.dwell) && other.start < start + spot.spacing,
    );
    if (!clash) count += 1;
    start = clash ? clash.start + spacingAfter(spot, clash.dwell) : start + spot.spacing;
  }
  return count;
}

/** A plan that the search has made leaves no room; one that a hand has changed may. */
function roomLeft({ problem, inst, routes, hotspot, window }: Unmet): UnmetReason | null {
  if (!routes) return null;
  const patrol =
    problem.patrols[fitsAnywhere(inst, routes, inst.spotFirstWindow[hotspot]! + window)];
  return patrol ? { code: 'room-left', values: { patrol: patrol.id } } : null;
}

function lockedVisit({ problem, plan, inst, hotspot, window }: Unmet): UnmetReason | null {
  for (const visit of problem.locked ?? []) {
    const isSameDemand =
      visit.hotspot === hotspot &&
      visit.start >= (problem.hotspots[hotspot]?.windows[window]?.open ?? 0) &&
      visit.start < (problem.hotspots[hotspot]?.windows[window]?.close ?? 0);
    if (isSameDemand) continue;
    const patrol = problem.patrols[visit.patrol]?.id ?? '';
    const spot = problem.hotspots[visit.hotspot]?.id ?? '';
    const without = {
      patrols: plan.patrols.map((route) =>
        route.id === patrol
          ? {
              id: patrol,
              items: route.items.filter(
                (item) =>
                  !('hotspot' in item && item.hotspot === spot && item.start === visit.start),
              ),
            }
          : route,
      ),
    };
    const routes = loadPlan(inst, without);
    if (routes && fitsAnywhere(inst, routes, inst.spotFirstWindow[hotspot]! + window) >= 0)
      return { code: 'locked-visit', values: { patrol, hotspot: spot, start: visit.start } };
  }
  return null;
}

function loadCeiling({ problem, inst, routes, hotspot, window }: Unmet): UnmetReason | null {
  if (!routes) return null;
  const unlimited = { ...inst, mostBusy: new Int32Array(inst.patrols).fill(1 << 28) };
  const route = fitsAnywhere(unlimited, routes, inst.spotFirstWindow[hotspot]! + window);
  const patrol = problem.patrols[route];
  if (patrol?.maxBusy === undefined) return null;
  return { code: 'load-ceiling', values: { patrol: patrol.id, most: patrol.maxBusy } };
}

function costsMore(unmet: Unmet): UnmetReason | null {
  const { problem, inst, routes, hotspot, window, rounds } = unmet;
  const wanted = inst.spotFirstWindow[hotspot]! + window;
  const forced = routes && forceVisit(inst, routes, wanted, rounds);
  if (!forced) return null;
  const { loss, lostWindow } = forced;
  const spot = inst.windowSpot[lostWindow] ?? 0;
  const values = {
    hotspot: problem.hotspots[spot]?.id ?? '',
    window: lostWindow - (inst.spotFirstWindow[spot] ?? 0),
    loss: Math.round(loss * 100) / 100,
  };
  return { code: 'costs-more', values };
}
