/** How fast a patrol moves about: what all but its slowest strides exceed. Neither going in circles
 * nor a jump changes that. */
import { type DegreeLengths, planeDistanceM } from './degree-lengths.ts';
import { quantile } from './quantile.ts';
import type { WindowedPoint } from './track-window.ts';

/** Shorter strides measure the phone's error: 15 m of it are 0.75 m/s over this. Longer ones cut corners. Ours. */
const STRIDE_MS = 20_000;
/** Strides whose middle is this near count, six of them where the phone fixes twice a minute. Ours. */
const NEAR_MS = 90_000;

/** A jump makes two strides fast, and of few that is half; who drives or cycles is fast in nearly all. Ours. */
const SLOW_SHARE = 0.3;

/** Metres a second; 0 where there are no two points a stride apart. */
export function usualSpeedMs({ point, around }: WindowedPoint, lengths: DegreeLengths): number {
  const speeds: number[] = [];
  let next = 0;
  for (const from of around) {
    while ((around[next]?.at ?? Infinity) - from.at < STRIDE_MS) next += 1;
    const to = around[next];
    if (!to || Math.abs((from.at + to.at) / 2 - point.at) > NEAR_MS) continue;
    speeds.push((planeDistanceM(from.lonLat, to.lonLat, lengths) / (to.at - from.at)) * 1000);
  }
  return quantile(speeds, SLOW_SHARE);
}
