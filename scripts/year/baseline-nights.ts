/** Two ways to walk a night without a planner: always the same order, and the best place at hand. */
import type { Random } from '#core/planner/random.ts';
import { callInstead, type NightOutcome } from './calls.ts';
import { DOSES, DWELL_MIN, GAP_MIN, PATROLS, PLACES, SHIFT_MIN, WALK_MIN } from './night.ts';

interface Walk {
  readonly made: { code: string; start: number; patrol: number }[];
  lost: number;
  busy: number;
}

/** Half of the patrols' minutes, as for the planner. */
const CEILING_MIN = SHIFT_MIN / 2;
const SPACING = DWELL_MIN + GAP_MIN;
const VISIT_MIN = WALK_MIN + DWELL_MIN;

type Choose = (walk: Walk, arrives: number, patrol: number, turn: number) => string | null;

/** Each patrol goes round its half of the places in the same order, whatever comes between. */
const nextInOrder: Choose = (_walk, _arrives, patrol, turn) => {
  const own = PLACES.filter((__, index) => index % PATROLS.length === patrol);
  return turn < own.length * DOSES ? (own[turn % own.length]?.[0] ?? null) : null;
};

/** The place of highest priority that lacks a dose and has had its gap. */
const bestAtHand: Choose = ({ made }, arrives) => {
  const open = PLACES.find(([code]) => {
    const own = made.filter((visit) => visit.code === code);
    return own.length < DOSES && own.every(({ start }) => Math.abs(arrives - start) >= SPACING);
  });
  return open?.[0] ?? null;
};

export const fixedNight = (random: Random): NightOutcome => walked(nextInOrder, random);
export const greedyNight = (random: Random): NightOutcome => walked(bestAtHand, random);

function walked(choose: Choose, random: Random): NightOutcome {
  const walk: Walk = { made: [], lost: 0, busy: 0 };
  const free = PATROLS.map(() => 0);
  const turns = PATROLS.map(() => 0);
  const busy = PATROLS.map(() => 0);
  for (;;) {
    const patrol = soonest(free, busy);
    if (patrol < 0) break;
    const arrives = (free[patrol] ?? 0) + WALK_MIN;
    const code = choose(walk, arrives, patrol, turns[patrol] ?? 0);
    free[patrol] = code === null ? arrives : arrives + visit(walk, code, arrives, patrol, random);
    turns[patrol] = (turns[patrol] ?? 0) + 1;
    busy[patrol] = (busy[patrol] ?? 0) + (code === null ? 0 : VISIT_MIN);
  }
  const load = busy.reduce((sum, one) => sum + one, 0) / (SHIFT_MIN * PATROLS.length);
  return { made: walk.made, lost: walk.lost, load };
}

/** The patrol that is free first and has time and load left for one more visit; −1: none. */
function soonest(free: readonly number[], busy: readonly number[]): number {
  let best = -1;
  free.forEach((at, patrol) => {
    if (at + VISIT_MIN + WALK_MIN > SHIFT_MIN) return;
    if ((busy[patrol] ?? 0) + VISIT_MIN + WALK_MIN > CEILING_MIN) return;
    if (best < 0 || at < (free[best] ?? 0)) best = patrol;
  });
  return best;
}

/** Makes the visit or loses it to a call; gives the minutes it took. */
function visit(walk: Walk, code: string, start: number, patrol: number, random: Random): number {
  const away = callInstead(random);
  if (away === null) walk.made.push({ code, start, patrol });
  else walk.lost += 1;
  return away ?? DWELL_MIN;
}
