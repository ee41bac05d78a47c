/** A tracker app's request as the routes see it, whatever it speaks. */
import type { z } from 'zod';
import type { EpochMs, LonLat } from '#core/model.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { Problem } from '../../problem.ts';
import { inputProblem } from '../problem-reply.ts';

export interface TrackerMessage {
  /** The code that the officer has typed into the app; empty where there is none. */
  readonly token: string;
  /** Read once it is known who sends. @throws Problem bad-request that names the field */
  readonly points: (now: EpochMs) => readonly TrackPoint[];
}

/** These apps show a status and a line of text: everything that is wrong with a point is a 400. */
export function parsePoint<T>(schema: z.ZodType<T>, input: unknown, where: '' | '?'): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Problem('bad-request', inputProblem(parsed.error, where).errors);
}

/** Whoever is told a larger circle knows no more. */
const WORST_ACCURACY_M = 100_000;

/** No point where the phone itself says that it has no fix: iOS tells that by an accuracy below nought. */
export function pointOf(
  at: EpochMs,
  lonLat: LonLat,
  accuracyM: number | null | undefined,
): readonly TrackPoint[] {
  const told = accuracyM ?? null;
  if (told === null) return [{ at, lonLat, accuracyM: null }];
  return told < 0 ? [] : [{ at, lonLat, accuracyM: Math.min(told, WORST_ACCURACY_M) }];
}
