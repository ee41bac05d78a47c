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

export interface Stay {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/** Log-odds for as long as the error of a phone stays alike count once. Ours, as the constants below: see bench:tracks. */
const ALIKE_MS = 20_000;
/** No single stretch says more than this, however deep inside. */
export const MOST_ODDS = 2.5;
/** What a change costs: about a minute and a half clearly on the other side, the 60 s and two fixes of domain brief 3.2. */
const CHANGE_COST = 8;
/** A stretch without points says no more than one of this length: a phone that fixes by distance is silent while it rests. */
const LONGEST_STRETCH_MS = 300_000;
/** Walking between points that are far apart in time (Bohannon 1997: 1.27–1.46 m/s). */
const WALK_MS = 1.3;

/**
 * So far outside the odds are even: nearly half of the way to the other side of the street, 18 m and more away, where those
 * walk who pass (../shared/tracks). Who lingers at a border is on a visit.
 */
const LEAN_M: Metres = 8;

/** From there to the border. */
const LEAN_WALK_MS = (LEAN_M / WALK_MS) * 1000;

/** Further outside than this the odds are at their worst, whatever the phone says of its accuracy. Ours. */
export const MOST_DOUBT_M: Metres = 100;
const MOST_ERROR_M: Metres = (MOST_DOUBT_M - LEAN_M) / MOST_ODDS;

/** So far outside, and further, the odds are at their worst. */
export const doubtM = (errorM: Metres): Metres =>
  MOST_ODDS * Math.min(errorM, MOST_ERROR_M) + LEAN_M;

/** Log-odds of being inside; the distance is positive inside, the error is its standard error. */
export function oddsAt(distanceM: Metres, errorM: Metres): number {
  const odds = (distanceM + LEAN_M) / Math.min(errorM, MOST_ERROR_M);
  return odds > MOST_ODDS ? MOST_ODDS : odds < -MOST_ODDS ? -MOST_ODDS : odds;
}

export class PresenceSwitch {
  #firstAt: EpochMs = 0;
  #at: EpochMs = 0;
  #distanceM: Metres = 0;
  #odds = 0;
  #sum = 0;
  #isInside = false;
  #lowSum = 0;
  #lowAt: EpochMs = 0;
  #highSum = 0;
  #highAt: EpochMs = 0;
  #enteredAt: EpochMs = 0;

  /** Forgets all: nothing but this is known so far, of a track that began at `firstAt`. */
  begin(firstAt: EpochMs, at: EpochMs, distanceM: Metres, odds: number): void {
    this.#firstAt = firstAt;
    this.#at = at;
    this.#distanceM = distanceM;
    this.#odds = odds;
    this.#sum = 0;
    this.#isInside = false;
    this.#lowSum = 0;
    this.#lowAt = at;
  }

  /** The stay that this point shows to be over. */
  take(at: EpochMs, distanceM: Metres, odds: number): Stay | null {
    const length = at - this.#at;
    if (length === 0) return null;
    const each = Math.min(length, LONGEST_STRETCH_MS) / length / ALIKE_MS;
    const stay =
      this.#odds > 0 === odds > 0
        ? this.#add(((this.#odds + odds) / 2) * length * each, at)
        : this.#cross(this.#crossedAt(at, distanceM), at, odds, each);
    this.#at = at;
    this.#distanceM = distanceM;
    this.#odds = odds;
    return stay;
  }

  /** Nothing but getting nearer would change anything: outside, and never surer of it. */
  get isSettledOutside(): boolean {
    return !this.#isInside && this.#sum === this.#lowSum && this.#odds === -MOST_ODDS;
  }

  /** The stay that had not ended. */
  finish(): Stay | null {
    return this.#isInside ? this.#stay(this.#highAt, this.#at) : null;
  }

  /** Odds times seconds, apart on each side of a crossing. */
  #cross(crossedAt: EpochMs, at: EpochMs, odds: number, each: number): Stay | null {
    const before = this.#add((this.#odds / 2) * (crossedAt - this.#at) * each, crossedAt);
    return this.#add((odds / 2) * (at - crossedAt) * each, at) ?? before;
  }

  /**
   * When the border was crossed since the last point: in the middle of what walking allows, and by the share of the distances
   * where the points are too near in time for that.
   */
  #crossedAt(at: EpochMs, distanceM: Metres): EpochMs {
    const [before, after] = [Math.abs(this.#distanceM), Math.abs(distanceM)];
    const length = at - this.#at;
    const walkMs = ((before + after) / WALK_MS) * 1000;
    if (walkMs >= length) return this.#at + (length * before) / (before + after);
    return (this.#at + (before / WALK_MS) * 1000 + at - (after / WALK_MS) * 1000) / 2;
  }

  #add(odds: number, at: EpochMs): Stay | null {
    this.#sum += odds;
    if (this.#isInside) return this.#addInside(at);
    if (this.#sum <= this.#lowSum) {
      this.#lowSum = this.#sum;
      this.#lowAt = at;
    } else if (this.#sum - this.#lowSum > CHANGE_COST) {
      this.#isInside = true;
      this.#enteredAt = this.#lowAt;
      this.#highSum = this.#sum;
      this.#highAt = at;
    }
    return null;
  }

  #addInside(at: EpochMs): Stay | null {
    if (this.#sum >= this.#highSum) {
      this.#highSum = this.#sum;
      this.#highAt = at;
    }
    if (this.#highSum - this.#sum <= CHANGE_COST) return null;
    this.#isInside = false;
    this.#lowSum = this.#sum;
    this.#lowAt = at;
    return this.#stay(this.#highAt, at);
  }

  #stay(to: EpochMs, now: EpochMs): Stay {
    const from = this.#enteredAt;
    const [openStart, openEnd] = [from <= this.#firstAt, to === now];
    const fromBorder = openStart ? from : from + LEAN_WALK_MS;
    return { from: fromBorder, to: openEnd ? to : to - LEAN_WALK_MS, openStart, openEnd };
  }
}
