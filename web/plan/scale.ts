/** Where an instant stands on the timeline. Distance is elapsed time, so a 25-hour day has one hour more of it. */
import type { EpochMs } from '#core/model.ts';

export interface Scale {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Visits moved by hand start on whole five minutes. */
export const STEP_MS = 5 * 60_000;
const HOUR = 3_600_000;

/** 0–100, for CSS. */
export function percentOf({ from, to }: Scale, at: EpochMs): number {
  return ((at - from) / (to - from)) * 100;
}

/** Where a span lies, for CSS. */
export const spanOf = (scale: Scale, from: EpochMs, to: EpochMs) => ({
  left: `${percentOf(scale, from)}%`,
  width: `${percentOf(scale, to) - percentOf(scale, from)}%`,
});

/** The whole five minutes at a share (0–1) of the timeline. */
export function snapped(scale: Scale, share: number): EpochMs {
  const at = scale.from + share * (scale.to - scale.from);
  return Math.round(at / STEP_MS) * STEP_MS;
}

/** Every whole hour on the timeline. */
export function hoursOf({ from, to }: Scale): EpochMs[] {
  const first = Math.ceil(from / HOUR) * HOUR;
  const count = Math.max(0, Math.floor((to - first) / HOUR) + 1);
  return Array.from({ length: count }, (_, index) => first + index * HOUR);
}
