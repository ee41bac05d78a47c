/** A track as a line that a map can draw at once. */
import type { LonLat, Metres } from '../model.ts';
import { type DegreeLengths, degreeLengths } from './degree-lengths.ts';

/** Finer than a line on the screen of a phone. */
const LEAST_STEP_M: Metres = 1;

/**
 * Leaves out positions nearer to the last one kept than a step, and doubles the step until so many are left at most. Not
 * Douglas–Peucker: that goes as deep as the line is long, and a file from outside decides how long that is.
 */
export function thinLine(line: readonly LonLat[], most: number): LonLat[] {
  let thinned = thinnedBy(line, LEAST_STEP_M);
  for (let stepM = LEAST_STEP_M * 2; thinned.length > most; stepM *= 2)
    thinned = thinnedBy(thinned, stepM);
  return thinned;
}

function thinnedBy(line: readonly LonLat[], stepM: Metres): LonLat[] {
  const lengths = degreeLengths(line[0]?.[1] ?? 0);
  let kept: LonLat | null = null;
  return line.filter((position) => {
    if (kept && planeDistanceM(kept, position, lengths) < stepM) return false;
    kept = position;
    return true;
  });
}

/** On the plane that the lengths span. */
const planeDistanceM = (one: LonLat, other: LonLat, { lonM, latM }: DegreeLengths): Metres =>
  Math.hypot((one[0] - other[0]) * lonM, (one[1] - other[1]) * latM);
