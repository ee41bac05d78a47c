/** A problem laid out in typed arrays for the search: same numbers, no strings, no nesting. */
import { dutyOf } from './duty.ts';
import { visitShare } from './evaluate-plan.ts';
import { leastDetour } from './least-detour.ts';
import { leastDwell, type PlanningProblem } from './problem.ts';
import { type Taste, tasteFor } from './taste.ts';

/** A clock that no route reaches, small enough that adding to it stays a 32-bit integer. */
export const NEVER = 1 << 28;
/** The greatest worth of one visit in the search's whole-number scale: sums stay exact far below 2^53. */
export const MOST_WORTH = 1e9;

export interface Instance {
  readonly problem: PlanningProblem;
  readonly taste: Taste;
  readonly spots: number;
  readonly windows: number;
  readonly patrols: number;
  /** From the first patrol's start to the last one's end. */
  readonly horizon: number;
  /** Most visits in one route, to one hot spot, and most pauses of one patrol. */
  readonly routeRoom: number;
  readonly spotRoom: number;
  readonly pauseRoom: number;
  readonly places: number;
  /** Minutes from place a to b at legs[patrol] + a × places + b; those on foot stand first. */
  readonly walk: Int32Array;
  readonly legs: Int32Array;
  /** Minutes that going by way of a third place takes more at the least; below 0 where the way round is shorter. */
  readonly leastDetour: number;
  readonly spotPlace: Int32Array;
  /** Minutes that a visit lasts when it is put in; and usually, which is what its hot spot's rest is reckoned from. */
  readonly spotDwell: Int32Array;
  readonly spotUsual: Int32Array;
  readonly shortestDwell: number;
  readonly spotSpacing: Int32Array;
  readonly spotMost: Int32Array;
  readonly spotFirstWindow: Int32Array;
  readonly windowSpot: Int32Array;
  /** Earliest and latest start of a visit of the usual length. */
  readonly windowOpen: Int32Array;
  readonly windowLast: Int32Array;
  readonly windowTarget: Int32Array;
  /** Worth of the k-th visit, scaled to whole numbers, at window × spotRoom + k − 1. */
  readonly worth: Float64Array;
  readonly worthScale: number;
  /** 1 at window × patrols + patrol where the patrol has officers enough. */
  readonly serves: Uint8Array;
  readonly dutyStart: Int32Array;
  readonly dutyEnd: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly mostBusy: Int32Array;
  /** Pauses (the break, calls) as earliest and latest start and length; a patrol's stand at patrol × pauseRoom. */
  readonly pauseCount: Int32Array;
  readonly pauseEarliest: Int32Array;
  readonly pauseLatest: Int32Array;
  readonly pauseMinutes: Int32Array;
  /** Index of the patrol's break among its pauses, or −1. */
  readonly breakPause: Int32Array;
}

const ints = (length: number, value: (index: number) => number) =>
  Int32Array.from({ length }, (_, index) => value(index));

/** Lays out a problem without `problemFaults`. */
export function compileProblem(problem: PlanningProblem): Instance {
  const { hotspots, patrols, places } = problem;
  const duties = patrols.map(dutyOf);
  const room = roomFor(problem);
  const spotMost = ints(hotspots.length, (h) =>
    Math.min((hotspots[h]?.maxDoses ?? NEVER) + (hotspots[h]?.taken?.length ?? 0), room.spotRoom),
  );
  return {
    problem,
    taste: tasteFor(spotMost),
    ...room,
    spots: hotspots.length,
    patrols: patrols.length,
    horizon: patrols.length > 0 ? span(patrols) : 0,
    places: places.length,
    ...layOutLegs(problem),
    spotPlace: ints(hotspots.length, (h) => hotspots[h]?.place ?? 0),
    spotDwell: ints(hotspots.length, (h) => hotspots[h]?.dwell ?? 0),
    spotUsual: ints(hotspots.length, (h) => hotspots[h]?.dwell ?? 0),
    shortestDwell: Math.min(NEVER, ...hotspots.map(({ dwell }) => dwell)),
    spotSpacing: ints(hotspots.length, (h) => hotspots[h]?.spacing ?? 0),
    spotMost,
    ...layOutWindows(problem, room.spotRoom),
    dutyStart: ints(patrols.length, (p) => duties[p]?.start ?? 0),
    dutyEnd: ints(patrols.length, (p) => duties[p]?.end ?? 0),
    from: ints(patrols.length, (p) => patrols[p]?.from ?? 0),
    to: ints(patrols.length, (p) => patrols[p]?.to ?? 0),
    mostBusy: ints(patrols.length, (p) => patrols[p]?.maxBusy ?? NEVER),
    ...layOutPauses(problem, room.pauseRoom),
  };
}

function roomFor({ hotspots, patrols, locked = [] }: PlanningProblem) {
  const lengths = [...hotspots.map((spot) => leastDwell(spot)), ...locked.map((one) => one.dwell)];
  const dwells = lengths.map((dwell) => Math.max(1, dwell ?? NEVER));
  const shortest = Math.min(NEVER, ...dwells);
  const longest = Math.max(0, ...patrols.map((patrol) => patrol.end - patrol.start));
  const visitsBySpacing = hotspots.map((spot) =>
    spot.spacing > 0
      ? Math.floor((longest + span(patrols)) / spot.spacing) + 2
      : patrols.length * (Math.floor(longest / Math.max(1, leastDwell(spot))) + 1),
  );
  const most = hotspots.map((spot, h) => Math.min(spot.maxDoses ?? NEVER, visitsBySpacing[h] ?? 0));
  const inAll = most.reduce((sum, count) => sum + count, locked.length);
  const routeRoom = Math.min(Math.floor(longest / shortest), inAll) + 2;
  return {
    routeRoom,
    spotRoom:
      Math.max(1, Math.min(patrols.length * routeRoom, Math.max(0, ...visitsBySpacing))) +
      Math.max(0, ...hotspots.map(({ taken = [] }) => taken.length)),
    pauseRoom: Math.max(0, ...patrols.map((patrol) => dutyOf(patrol).calls.length + 1)),
  };
}

const span = (patrols: PlanningProblem['patrols']) =>
  Math.max(0, ...patrols.map((p) => p.end)) - Math.min(NEVER, ...patrols.map((p) => p.start));

function layOutLegs({ walk, patrols, places }: PlanningProblem) {
  const tables = [...new Set([walk, ...patrols.map(({ legs = walk }) => legs)])];
  return {
    walk: Int32Array.from(tables.flat(2)),
    leastDetour: Math.min(...tables.map(leastDetour)),
    legs: ints(
      patrols.length,
      (p) => tables.indexOf(patrols[p]?.legs ?? walk) * places.length ** 2,
    ),
  };
}

function layOutWindows(problem: PlanningProblem, spotRoom: number) {
  const { hotspots, patrols } = problem;
  const flat = hotspots.flatMap((spot, h) => spot.windows.map((window) => ({ spot, h, window })));
  const scale = MOST_WORTH / Math.max(1e-9, ...flat.map(({ window }) => window.weight));
  const worth = new Float64Array(flat.length * spotRoom);
  const serves = new Uint8Array(flat.length * patrols.length);
  const firstWindow = new Int32Array(hotspots.length + 1);
  flat.forEach(({ h, window }, w) => {
    firstWindow[h + 1] = w + 1;
    for (let k = 1; k <= spotRoom; k += 1) {
      const share = visitShare(problem, window.target, k);
      const discount = k > window.target ? 1 - (problem.promise ?? 0) : 1;
      worth[w * spotRoom + k - 1] = Math.round(window.weight * share * discount * scale);
    }
    patrols.forEach((patrol, p) => {
      serves[w * patrols.length + p] = (patrol.crew ?? NEVER) >= (window.crew ?? 0) ? 1 : 0;
    });
  });
  for (let h = 0; h < hotspots.length; h += 1)
    firstWindow[h + 1] = Math.max(firstWindow[h + 1] ?? 0, firstWindow[h] ?? 0);
  return {
    windows: flat.length,
    spotFirstWindow: firstWindow,
    windowSpot: ints(flat.length, (w) => flat[w]?.h ?? 0),
    windowOpen: Int32Array.from(flat, ({ spot, window }) =>
      Math.max(window.open, spot.lastStart === undefined ? -NEVER : spot.lastStart + spot.spacing),
    ),
    windowLast: Int32Array.from(flat, ({ spot, window }) => window.close - spot.dwell),
    windowTarget: Int32Array.from(flat, ({ window }) => window.target),
    worth,
    worthScale: scale,
    serves,
  };
}

/** Calls first, in order; the break last, since its place among them is the search's to find. */
function layOutPauses({ patrols }: PlanningProblem, pauseRoom: number) {
  const size = patrols.length * pauseRoom;
  const earliest = new Int32Array(size);
  const latest = new Int32Array(size);
  const minutes = new Int32Array(size);
  const counts = patrols.map((patrol, p) => {
    const calls = dutyOf(patrol).calls.map(
      ({ start, end }) => [start, start, end - start] as const,
    );
    const pause = patrol.break;
    const pauses = pause ? [...calls, [pause.earliest, pause.latest, pause.dur] as const] : calls;
    pauses.forEach((one, q) => {
      [earliest[p * pauseRoom + q], latest[p * pauseRoom + q], minutes[p * pauseRoom + q]] = one;
    });
    return pauses.length;
  });
  return {
    pauseCount: Int32Array.from(counts),
    pauseEarliest: earliest,
    pauseLatest: latest,
    pauseMinutes: minutes,
    breakPause: ints(patrols.length, (p) => (patrols[p]?.break ? (counts[p] ?? 0) - 1 : -1)),
  };
}
