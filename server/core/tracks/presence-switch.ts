/**
 * Tells from distances to one border when a patrol was inside. Each stretch of the track gives log-odds for inside or
 * outside; the state changes where their sum has turned for good. That is the most likely path of a hidden Markov model
 * with two states (Viterbi 1967), found without looking back: a sum that falls by the price of a change from its
 * peak has left at the peak, one that rises by it from its trough has entered at the trough.
 *
 *   sum   ╱╲      ╱────╲
 *     ___╱  ╲____╱      ╲____      enters at the trough, leaves at the peak; the small hill is no visit
 */
import type { EpochMs, Metres } from '../model.ts';

/** Distance is positive inside. */
export interface BorderDistance {
  readonly at: EpochMs;
  readonly distanceM: Metres;
  /** Standard error of the distance. */
  readonly errorM: Metres;
  /** Too fast to be a visit, wherever it is. */
  readonly isFast: boolean;
}

export interface Stay {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Log-odds for as long as the error of a phone stays alike count once. Ours, as the constants below: see the tests. */
const ALIKE_MS = 20_000;
/** No single stretch says more than this, however deep inside. */
const MOST_ODDS = 2.5;
/** What a change costs: about a minute and a half clearly on the other side, the 60 s and two fixes of domain brief 3.2. */
const CHANGE_COST = 8;
/** A stretch without points says no more than one of this length. */
const LONGEST_STRETCH_MS = 90_000;
/** Walking between points that are far apart in time (Bohannon 1997: 1.27–1.46 m/s). */
const WALK_MS = 1.3;

/**
 * So far outside the odds are even. Who lingers at a border is on a visit; who passes it keeps to the other side of the
 * street, 18 m and more away (../shared/tracks).
 */
const LEAN_M: Metres = 5;

/** From there to the border. */
const LEAN_WALK_MS = (LEAN_M / WALK_MS) * 1000;

function oddsOf({ distanceM, errorM, isFast }: BorderDistance): number {
  if (isFast) return -MOST_ODDS;
  return Math.min(MOST_ODDS, Math.max(-MOST_ODDS, (distanceM + LEAN_M) / errorM));
}

/**
 * When the border was crossed between two points on different sides: in the middle of what walking allows, and by the
 * share of the distances where the points are too near in time for that.
 */
function crossedAt(one: BorderDistance, other: BorderDistance): EpochMs {
  const [before, after] = [Math.abs(one.distanceM), Math.abs(other.distanceM)];
  const length = other.at - one.at;
  const walkMs = ((before + after) / WALK_MS) * 1000;
  if (walkMs >= length) return one.at + (length * before) / (before + after);
  return (one.at + (before / WALK_MS) * 1000 + other.at - (after / WALK_MS) * 1000) / 2;
}

interface Stretch {
  readonly odds: number;
  readonly until: EpochMs;
}

export class PresenceSwitch {
  #last: BorderDistance | null = null;
  #firstAt: EpochMs = 0;
  #sum = 0;
  /** null: not known yet. */
  #isInside: boolean | null = null;
  #low = { sum: 0, at: 0 };
  #high = { sum: 0, at: 0 };
  #enteredAt: EpochMs = 0;

  take(next: BorderDistance): Stay[] {
    const last = this.#last;
    this.#last = next;
    if (!last) {
      this.#firstAt = next.at;
      this.#low = { sum: 0, at: next.at };
      this.#high = this.#low;
      return [];
    }
    return this.#stretches(last, next).flatMap((stretch) => this.#add(stretch));
  }

  /** The stay that had not ended. */
  finish(): Stay[] {
    return this.#isInside ? [this.#stay(this.#high.at)] : [];
  }

  /** Odds and seconds up to an instant, apart on each side of a crossing. */
  #stretches(last: BorderDistance, next: BorderDistance): Stretch[] {
    const [one, two] = [oddsOf(last), oddsOf(next)];
    const length = next.at - last.at;
    const weight = Math.min(length, LONGEST_STRETCH_MS) / length / ALIKE_MS;
    if (one > 0 === two > 0) return [{ odds: ((one + two) / 2) * length * weight, until: next.at }];
    const at = crossedAt(last, next);
    return [
      { odds: (one / 2) * (at - last.at) * weight, until: at },
      { odds: (two / 2) * (next.at - at) * weight, until: next.at },
    ];
  }

  #add({ odds, until: at }: Stretch): Stay[] {
    this.#sum += odds;
    if (this.#sum <= this.#low.sum) this.#low = { sum: this.#sum, at };
    if (this.#sum >= this.#high.sum) this.#high = { sum: this.#sum, at };
    if (this.#isInside !== true && this.#sum - this.#low.sum > CHANGE_COST) this.#enter(at);
    else if (this.#isInside !== false && this.#high.sum - this.#sum > CHANGE_COST)
      return this.#leave(at);
    return [];
  }

  #enter(at: EpochMs): void {
    this.#isInside = true;
    this.#enteredAt = this.#low.at;
    this.#high = { sum: this.#sum, at };
  }

  #leave(at: EpochMs): Stay[] {
    const stays = this.#isInside ? [this.#stay(this.#high.at)] : [];
    this.#isInside = false;
    this.#low = { sum: this.#sum, at };
    return stays;
  }

  #stay(to: EpochMs): Stay {
    const from = this.#enteredAt;
    const [openStart, openEnd] = [from <= this.#firstAt, to === this.#last?.at];
    const fromBorder = openStart ? from : from + LEAN_WALK_MS;
    return { from: fromBorder, to: openEnd ? to : to - LEAN_WALK_MS, openStart, openEnd };
  }
}
