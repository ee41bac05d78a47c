/** What if: a shift's problem with one thing other than it is. The shift itself is not touched. */
import type { PlanningProblem, ProblemHotSpot, ProblemPatrol } from './problem.ts';

/**
 * | kind | says |
 * |---|---|
 * | `patrol-more` | one patrol more, with the hours and the base of the one that is on longest |
 * | `patrol-less` | without this patrol; what is locked to it is free |
 * | `hours` | every patrol on so many minutes longer, or shorter where negative |
 * | `boost` | the hot spot a step higher in priority |
 * | `window-later` | the window open so many minutes longer |
 * | `gap` | so many minutes at least from the end of a visit to the next at the hot spot |
 */
export type Supposition =
  | { readonly kind: 'patrol-more' }
  | { readonly kind: 'patrol-less'; readonly patrol: number }
  | { readonly kind: 'hours'; readonly minutes: number }
  | { readonly kind: 'boost'; readonly hotspot: number }
  | {
      readonly kind: 'window-later';
      readonly hotspot: number;
      readonly window: number;
      readonly minutes: number;
    }
  | { readonly kind: 'gap'; readonly hotspot: number; readonly minutes: number };

/** A step of priority is worth about so many times the one below it: see `bridge/dose-worth.ts`. */
const STEP_WORTH = 1.65;

/** Locked visits that the supposed shift has no room for are let go. */
export function suppose(problem: PlanningProblem, what: Supposition): PlanningProblem {
  switch (what.kind) {
    case 'patrol-more':
      return withOneMore(problem);
    case 'patrol-less':
      return withoutPatrol(problem, what.patrol);
    case 'hours':
      return withHours(problem, what.minutes);
    case 'boost':
      return withSpot(problem, what.hotspot, boosted);
    case 'window-later':
      return withSpot(problem, what.hotspot, (spot) => ({
        ...spot,
        windows: spot.windows.map((window, index) =>
          index === what.window ? { ...window, close: window.close + what.minutes } : window,
        ),
      }));
    default:
      return withSpot(problem, what.hotspot, (spot) => ({
        ...spot,
        spacing: spot.dwell + what.minutes,
      }));
  }
}

const withSpot = (
  problem: PlanningProblem,
  hotspot: number,
  change: (spot: ProblemHotSpot) => ProblemHotSpot,
): PlanningProblem => ({
  ...problem,
  hotspots: problem.hotspots.map((spot, index) => (index === hotspot ? change(spot) : spot)),
});

const boosted = (spot: ProblemHotSpot): ProblemHotSpot => ({
  ...spot,
  windows: spot.windows.map((window) => ({ ...window, weight: window.weight * STEP_WORTH })),
});

function withOneMore(problem: PlanningProblem): PlanningProblem {
  const [longest] = [...problem.patrols].sort((a, b) => b.end - b.start - (a.end - a.start));
  if (!longest) return problem;
  const crew = Math.max(...problem.patrols.map((patrol) => patrol.crew ?? 0)) || undefined;
  const more: ProblemPatrol = { ...longest, id: 'one-more', unavailable: [], crew };
  return { ...problem, patrols: [...problem.patrols, more] };
}

function withoutPatrol(problem: PlanningProblem, gone: number): PlanningProblem {
  const locked = (problem.locked ?? [])
    .filter(({ patrol }) => patrol !== gone)
    .map((visit) => (visit.patrol > gone ? { ...visit, patrol: visit.patrol - 1 } : visit));
  return { ...problem, patrols: problem.patrols.filter((_, index) => index !== gone), locked };
}

/** A patrol's load ceiling grows and shrinks with its hours; one that has none left is gone. */
function withHours(problem: PlanningProblem, minutes: number): PlanningProblem {
  const patrols = problem.patrols.map((patrol) => {
    const end = Math.max(patrol.start, patrol.end + minutes);
    const share = (end - patrol.start) / Math.max(1, patrol.end - patrol.start);
    const { maxBusy } = patrol;
    return { ...patrol, end, maxBusy: maxBusy && Math.floor(maxBusy * share) };
  });
  const locked = (problem.locked ?? []).filter(({ patrol, hotspot, start, dwell }) => {
    const over = start + (dwell ?? problem.hotspots[hotspot]?.dwell ?? 0);
    return over <= (patrols[patrol]?.end ?? 0);
  });
  const changed = { ...problem, patrols: patrols.map(withBreakInDuty), locked };
  const gone = patrols.flatMap(({ start, end }, index) => (end > start ? [] : [index]));
  return gone.reduceRight(withoutPatrol, changed);
}

/** No break is due where the shorter duty leaves no time for it. */
function withBreakInDuty(patrol: ProblemPatrol): ProblemPatrol {
  const pause = patrol.break;
  if (!pause || pause.earliest + pause.dur <= patrol.end) return patrol;
  return { ...patrol, break: null };
}
