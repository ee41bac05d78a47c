/**
 * Where a patrol most likely was: on a line fitted to the points around (locally weighted regression after
 * W. S. Cleveland, JASA 74, 1979, with weights against outliers from the median).
 */
import type { Metres } from '../model.ts';
import { BeltLengths } from './degree-lengths.ts';
import { SortedNumbers } from './sorted-numbers.ts';
import { FURTHEST_MS, type TrackWindow } from './track-window.ts';

/** Width of the kernel: with two thirds of the weight within 20 s, as long as a phone's error stays alike. Ours. */
const KERNEL_MS = 20_000;
/** The kernel is looked up to a quarter of a second. Ours. */
const KERNEL_STEPS_A_MS = 1 / 250;
const KERNEL = Float64Array.from({ length: FURTHEST_MS * KERNEL_STEPS_A_MS + 1 }, (_, step) =>
  Math.exp(-0.5 * (step / KERNEL_STEPS_A_MS / KERNEL_MS) ** 2),
);

/** The median is that of so many points on each side: half a minute where the phone fixes often. Ours. */
const MEDIAN_SIDE = 6;
/** This far from the median of its surroundings a point has half its weight: three times a phone's usual error. Ours. */
const OUTLIER_M: Metres = 25;
/** Holds the slope back where there are few points: (10 m error / 1.3 m/s walking)² in s². */
const RIDGE_S2 = 60;
/** What open-sky phones have as their error (van Diggelen & Enge, ION GNSS+ 2015: 4.9 m). */
const USUAL_ACCURACY_M: Metres = 5;

/** Shorter strides measure the phone's error: 15 m of it are 0.75 m/s over this. Longer ones cut corners. Ours. */
const STRIDE_MS = 20_000;
/** Strides whose middle is this near count, six of them where the phone fixes twice a minute. Ours. */
const NEAR_MS = 90_000;
/** A jump makes two strides fast, and of few that is half; who drives or cycles is fast in nearly all. Ours. */
const SLOW_SHARE = 0.3;

export class TrackSmoother {
  readonly #window: TrackWindow;
  readonly #lengths = new BeltLengths();
  readonly #numbers = new SortedNumbers(2 * MEDIAN_SIDE + 1);
  /** The last place asked for. */
  lon = 0;
  lat = 0;

  constructor(window: TrackWindow) {
    this.#window = window;
  }

  /** What the phone said of the middle point, at least what phones have. */
  get accuracyM(): Metres {
    return Math.max(USUAL_ACCURACY_M, this.#window.accuracyM[this.#window.middle] as number);
  }

  /** Sets `lon` and `lat` to the most likely place of the window's middle. One straight loop over its surroundings. */
  smooth(): void {
    const { at, lon, lat, accuracyM, middle, from, to } = this.#window;
    const { lonM, latM } = this.#lengths.at(lat[middle] as number);
    const medianLon = this.#medianOf(lon);
    const medianLat = this.#medianOf(lat);
    const now = at[middle] as number;
    let total = 0;
    let sumS = 0;
    let sumSS = 0;
    let sumX = 0;
    let sumY = 0;
    let sumSX = 0;
    let sumSY = 0;
    for (let row = from; row < to; row += 1) {
      const away = (at[row] as number) - now;
      const x = ((lon[row] as number) - medianLon) * lonM;
      const y = ((lat[row] as number) - medianLat) * latM;
      const off2 = (x * x + y * y) / (OUTLIER_M * OUTLIER_M);
      const doubt = Math.max(USUAL_ACCURACY_M, accuracyM[row] as number) * (1 + off2 * off2);
      const weight = (KERNEL[(Math.abs(away) * KERNEL_STEPS_A_MS + 0.5) | 0] as number) / doubt;
      const weightedS = (weight * away) / 1000;
      total += weight;
      sumS += weightedS;
      sumSS += (weightedS * away) / 1000;
      sumX += weight * x;
      sumY += weight * y;
      sumSX += weightedS * x;
      sumSY += weightedS * y;
    }
    const meanS = sumS / total;
    const lean = meanS / (sumSS / total - meanS * meanS + RIDGE_S2);
    this.lon = medianLon + (sumX - (sumSX - meanS * sumX) * lean) / total / lonM;
    this.lat = medianLat + (sumY - (sumSY - meanS * sumY) * lean) / total / latM;
  }

  /**
   * Whether all but its slowest strides here are faster. Neither going in circles nor a jump makes a patrol so. False where
   * there are no two points a stride apart.
   */
  isFasterThan(speedMs: number): boolean {
    const { at, lon, lat, middle, from, to } = this.#window;
    const { lonM, latM } = this.#lengths.at(lat[middle] as number);
    const now = at[middle] as number;
    let [strides, slow, ahead] = [0, 0, from];
    for (let row = from; row < to; row += 1) {
      const begins = at[row] as number;
      while (ahead < to && (at[ahead] as number) - begins < STRIDE_MS) ahead += 1;
      if (ahead === to) break;
      const ends = at[ahead] as number;
      if (Math.abs((begins + ends) / 2 - now) > NEAR_MS) continue;
      const x = ((lon[ahead] as number) - (lon[row] as number)) * lonM;
      const y = ((lat[ahead] as number) - (lat[row] as number)) * latM;
      const most = ((ends - begins) / 1000) * speedMs;
      strides += 1;
      if (x * x + y * y <= most * most) slow += 1;
    }
    return slow <= SLOW_SHARE * (strides - 1);
  }

  #medianOf(column: Float64Array): number {
    const { from, to, middle } = this.#window;
    const last = Math.min(to - 1, middle + MEDIAN_SIDE);
    this.#numbers.clear();
    for (let row = Math.max(from, middle - MEDIAN_SIDE); row <= last; row += 1)
      this.#numbers.add(column[row] as number);
    return this.#numbers.median;
  }
}
