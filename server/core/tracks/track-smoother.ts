/**
 * Where a patrol most likely was: on a line fitted to the points around (locally weighted regression after
 * W. S. Cleveland, JASA 74, 1979, with weights against outliers from the median).
 */
import type { Metres } from '../model.ts';
import { BeltLengths } from './degree-lengths.ts';
import { SortedNumbers } from './sorted-numbers.ts';
import { MOST_POINTS, type TrackWindow } from './track-window.ts';

/** Width of the kernel: with two thirds of the weight within 20 s, as long as a phone's error stays alike. Ours. */
const KERNEL_MS = 20_000;
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
  readonly #numbers = new SortedNumbers(MOST_POINTS);
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

  /** Sets `lon` and `lat` to the most likely place of the window's middle. */
  smooth(): void {
    const { at, lon, lat, accuracyM, middle, from, to } = this.#window;
    const { lonM, latM } = this.#lengths.at(lat[middle] as number);
    const [middleLon, middleLat] = [this.#medianOf(lon), this.#medianOf(lat)];
    let [total, sumS, sumSS, sumX, sumY, sumSX, sumSY] = [0, 0, 0, 0, 0, 0, 0];
    for (let row = from; row < to; row += 1) {
      const away = (at[row] as number) - (at[middle] as number);
      const seconds = away / 1000;
      const x = ((lon[row] as number) - middleLon) * lonM;
      const y = ((lat[row] as number) - middleLat) * latM;
      const off2 = (x * x + y * y) / (OUTLIER_M * OUTLIER_M);
      const trust = USUAL_ACCURACY_M / Math.max(USUAL_ACCURACY_M, accuracyM[row] as number);
      const kernel = Math.exp((-0.5 * away * away) / (KERNEL_MS * KERNEL_MS));
      const weight = (kernel * trust) / (1 + off2 * off2);
      total += weight;
      sumS += weight * seconds;
      sumSS += weight * seconds * seconds;
      sumX += weight * x;
      sumY += weight * y;
      sumSX += weight * seconds * x;
      sumSY += weight * seconds * y;
    }
    const [meanS, meanX, meanY] = [sumS / total, sumX / total, sumY / total];
    const lean = meanS / (sumSS / total - meanS * meanS + RIDGE_S2);
    this.lon = middleLon + (meanX - (sumSX / total - meanS * meanX) * lean) / lonM;
    this.lat = middleLat + (meanY - (sumSY / total - meanS * meanY) * lean) / latM;
  }

  /**
   * How fast a patrol moves about here, metres a second: what all but its slowest strides exceed. Neither going in circles nor
   * a jump changes that. 0 where there are no two points a stride apart.
   */
  usualSpeedMs(): number {
    const { at, lon, lat, middle, from, to } = this.#window;
    const { lonM, latM } = this.#lengths.at(lat[middle] as number);
    this.#numbers.clear();
    let ahead = from;
    for (let row = from; row < to; row += 1) {
      const begins = at[row] as number;
      while (ahead < to && (at[ahead] as number) - begins < STRIDE_MS) ahead += 1;
      if (ahead === to) break;
      const ends = at[ahead] as number;
      if (Math.abs((begins + ends) / 2 - (at[middle] as number)) > NEAR_MS) continue;
      const x = ((lon[ahead] as number) - (lon[row] as number)) * lonM;
      const y = ((lat[ahead] as number) - (lat[row] as number)) * latM;
      this.#numbers.add((Math.sqrt(x * x + y * y) * 1000) / (ends - begins));
    }
    return this.#numbers.quantile(SLOW_SHARE);
  }

  #medianOf(column: Float64Array): number {
    const { from, to } = this.#window;
    this.#numbers.clear();
    for (let row = from; row < to; row += 1) this.#numbers.add(column[row] as number);
    return this.#numbers.quantile(0.5);
  }
}
