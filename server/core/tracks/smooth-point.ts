/**
 * Where a patrol most likely was: on a line fitted to the points around (locally weighted regression after
 * W. S. Cleveland, JASA 74, 1979, with weights against outliers from the median).
 */
import type { EpochMs, LonLat, Metres } from '../model.ts';
import { type DegreeLengths, degreeLengths, planeDistanceM } from './degree-lengths.ts';
import { quantile } from './quantile.ts';
import type { TrackPoint } from './track-point.ts';
import type { WindowedPoint } from './track-window.ts';
import { usualSpeedMs } from './usual-speed.ts';

export interface SmoothPoint {
  readonly at: EpochMs;
  readonly lonLat: LonLat;
  readonly speedMs: number;
  /** What the phone said of itself, at least what phones have. */
  readonly accuracyM: Metres;
}

/** Width of the kernel: with two thirds of the weight within 20 s, as long as a phone's error stays alike. Ours. */
const KERNEL_MS = 20_000;
/** This far from the median of its surroundings a point has half its weight: three times a phone's usual error. Ours. */
const OUTLIER_M: Metres = 25;
/** Holds the slope back where there are few points: (10 m error / 1.3 m/s walking)² in s². */
const RIDGE_S2 = 60;
/** What open-sky phones have as their error (van Diggelen & Enge, ION GNSS+ 2015: 4.9 m). */
const USUAL_ACCURACY_M: Metres = 5;

function middleOf(points: readonly TrackPoint[]): LonLat {
  const middle = (degrees: number[]) => quantile(degrees, 0.5);
  return [
    middle(points.map(({ lonLat }) => lonLat[0])),
    middle(points.map(({ lonLat }) => lonLat[1])),
  ];
}

interface Weighted {
  readonly seconds: number;
  readonly lonLat: LonLat;
  readonly weight: number;
}

function weigh({ point, around }: WindowedPoint, lengths: DegreeLengths): Weighted[] {
  const middle = middleOf(around);
  return around.map(({ at, lonLat, accuracyM }) => {
    const away = (at - point.at) / KERNEL_MS;
    const off = planeDistanceM(lonLat, middle, lengths) / OUTLIER_M;
    const trust = USUAL_ACCURACY_M / Math.max(USUAL_ACCURACY_M, accuracyM ?? 0);
    const weight = (Math.exp(-0.5 * away * away) * trust) / (1 + off ** 4);
    return { seconds: (at - point.at) / 1000, lonLat, weight };
  });
}

/** Value at second 0 of the line through one coordinate. */
function fitLine(points: readonly Weighted[], axis: 0 | 1): number {
  let [total, meanS, mean] = [0, 0, 0];
  for (const { seconds, lonLat, weight } of points) {
    total += weight;
    meanS += weight * seconds;
    mean += weight * lonLat[axis];
  }
  meanS /= total;
  mean /= total;
  let [variance, covariance] = [0, 0];
  for (const { seconds, lonLat, weight } of points) {
    variance += (weight / total) * (seconds - meanS) ** 2;
    covariance += (weight / total) * (seconds - meanS) * (lonLat[axis] - mean);
  }
  return mean - (covariance / (variance + RIDGE_S2)) * meanS;
}

export function smoothPoint(windowed: WindowedPoint): SmoothPoint {
  const { point } = windowed;
  const lengths = degreeLengths(point.lonLat[1]);
  const points = weigh(windowed, lengths);
  return {
    at: point.at,
    lonLat: [fitLine(points, 0), fitLine(points, 1)],
    speedMs: usualSpeedMs(windowed, lengths),
    accuracyM: Math.max(USUAL_ACCURACY_M, point.accuracyM ?? 0),
  };
}
