/**
 * What the months held out say of a hot spot that somebody drew: keep, shrink, move, look at again, or that nobody can
 * know. A suggestion in words with its reason, judged by exact intervals; nothing is ever changed by it.
 */
import { type Interval, shareInterval } from './exact-intervals.ts';
import { FEWEST_FOR_PERCENTAGE } from './fewest-for-percentage.ts';

export type Advice = 'keep' | 'shrink' | 'move' | 'retire' | 'unknown';

export type AdviceReason =
  /** No incident in the last two whole tertials: the retire rule (domain brief N17). */
  | 'none-in-two-tertials'
  /** Fewer incidents in and round it than anything can be read from. */
  | 'too-few'
  /** Surely no denser than the town as a whole. */
  | 'no-denser-than-town'
  /** The ring round it is surely denser than the hot spot itself. */
  | 'denser-outside'
  /** Half of its area surely catches more than that half's share. */
  | 'half-is-enough'
  /** Surely denser than the town. */
  | 'denser-than-town'
  /** The interval holds both. */
  | 'cannot-tell';

export interface AdviceInput {
  /** Whole incidents of the months held out. */
  readonly inside: number;
  readonly town: number;
  readonly ring: number;
  readonly areaM2: number;
  readonly townM2: number;
  readonly ringM2: number;
  /** Of `inside`, those in the half of the area that was densest in the earlier months, and how large that half is. */
  readonly denseHalf: { readonly inside: number; readonly share: number } | null;
  /** In the last two whole tertials; null where the incidents do not reach so far back. */
  readonly lastTwoTertials: number | null;
}

export interface Suggestion {
  readonly advice: Advice;
  readonly reason: AdviceReason;
  /** What the reason speaks of: so many of so many, the 95 % interval of that share, and what it is held against. */
  readonly part: number | null;
  readonly all: number | null;
  readonly interval: Interval | null;
  readonly against: number | null;
}

/** In and round a hot spot, below which nothing is read: the interval of a half of 20 is 27–73 %. Ours. */
export const FEWEST_FOR_ADVICE = 20;

const plain = (advice: Advice, reason: AdviceReason): Suggestion => ({
  advice,
  reason,
  part: null,
  all: null,
  interval: null,
  against: null,
});

interface Held {
  readonly part: number;
  readonly all: number;
  readonly interval: Interval;
  readonly against: number;
}

function held(part: number, all: number, against: number): Held {
  return { part, all, interval: shareInterval(part, all), against };
}

const isSurelyMore = ({ interval, against }: Held) => interval.low > against;

export function adviceFor(input: AdviceInput): Suggestion {
  const { inside, town, ring, areaM2, townM2, ringM2, denseHalf } = input;
  if (input.lastTwoTertials === 0) return plain('retire', 'none-in-two-tertials');
  if (inside + ring < FEWEST_FOR_ADVICE || town < FEWEST_FOR_PERCENTAGE)
    return { ...plain('unknown', 'too-few'), part: inside + ring, all: town };
  const ofTown = held(inside, town, areaM2 / townM2);
  if (ofTown.interval.high < ofTown.against)
    return { advice: 'retire', reason: 'no-denser-than-town', ...ofTown };
  const outside = held(ring, inside + ring, ringM2 / (areaM2 + ringM2));
  if (isSurelyMore(outside)) return { advice: 'move', reason: 'denser-outside', ...outside };
  const half = denseHalf && held(denseHalf.inside, inside, denseHalf.share);
  if (half && inside >= FEWEST_FOR_ADVICE && isSurelyMore(half))
    return { advice: 'shrink', reason: 'half-is-enough', ...half };
  return isSurelyMore(ofTown)
    ? { advice: 'keep', reason: 'denser-than-town', ...ofTown }
    : { advice: 'unknown', reason: 'cannot-tell', ...ofTown };
}
