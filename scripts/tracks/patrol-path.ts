/** Where a patrol truly was, second by second, and whether it was on foot. */
import type { Metres } from '#core/model.ts';
import type { Random } from '#core/planner/random.ts';
import { type Area, between, distanceBetween, onTheWay, type Place, placeInside } from './plane.ts';

export interface Step {
  readonly at: Place;
  readonly onFoot: boolean;
}

const KMH = 1 / 3.6;
/** Bohannon 1997: comfortable walking. */
const WALK_MS = [1, 1.5] as const;
const STROLL_MS = [0.5, 1.1] as const;
const CYCLE_MS = [12 * KMH, 18 * KMH] as const;
const DRIVE_MS = [30 * KMH, 50 * KMH] as const;

export class PatrolPath {
  readonly #random: Random;
  readonly #steps: Step[];

  constructor(random: Random, start: Place) {
    this.#random = random;
    this.#steps = [{ at: start, onFoot: true }];
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Takes back what came after so many seconds. */
  rewind(seconds: number): void {
    this.#steps.length = seconds;
  }

  walk(to: Place): void {
    this.#move(to, WALK_MS, true);
  }

  cycle(to: Place): void {
    this.#move(to, CYCLE_MS, false);
  }

  drive(to: Place): void {
    this.#move(to, DRIVE_MS, false);
  }

  stand(seconds: number): void {
    const { at } = this.#last;
    for (let second = 0; second < seconds; second += 1) this.#steps.push({ at, onFoot: true });
  }

  /** About a place for so long, now standing, now strolling. */
  linger(area: Area, seconds: number, borderM: Metres = 0): void {
    const until = this.#steps.length + seconds;
    const standing = between(this.#random, 0.2, 0.8);
    while (this.#steps.length < until) {
      if (this.#random.share() < standing) this.stand(between(this.#random, 20, 150));
      else this.#move(placeInside(this.#random, area, borderM), STROLL_MS, true);
    }
  }

  /** Back and forth between two places for so long, at least once. */
  pace(from: Place, to: Place, seconds: number): void {
    this.walk(from);
    const until = this.#steps.length + seconds;
    do {
      this.walk(to);
      if (this.#steps.length < until) this.walk(from);
    } while (this.#steps.length < until);
  }

  get #last(): Step {
    return this.#steps.at(-1) as Step;
  }

  #move(to: Place, [slowest, fastest]: readonly [number, number], onFoot: boolean): void {
    const from = this.#last.at;
    const seconds = Math.ceil(distanceBetween(from, to) / between(this.#random, slowest, fastest));
    for (let second = 1; second <= seconds; second += 1)
      this.#steps.push({ at: onTheWay(from, to, second / seconds), onFoot });
  }
}
