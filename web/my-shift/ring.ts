/** The ring round a visit's clock: full at the ceiling, with marks where it becomes a dose and where it has been one long enough. */
import type { Minutes } from '#core/model.ts';

export interface DwellMarks {
  readonly countsFromMin: Minutes;
  readonly dwellMin: Minutes;
  readonly ceilingMin: Minutes;
}

/** Domain defaults, for visits outside any window (domain.md 1.2). */
export const DEFAULT_MARKS: DwellMarks = { countsFromMin: 10, dwellMin: 15, ceilingMin: 20 };

export type DwellPhase = 'counting' | 'dose' | 'enough' | 'above';

/** @param elapsedMs since the visit began */
export function dwellPhase(elapsedMs: number, marks: DwellMarks): DwellPhase {
  const minutes = elapsedMs / 60_000;
  if (minutes < marks.countsFromMin) return 'counting';
  if (minutes < marks.dwellMin) return 'dose';
  return minutes <= marks.ceilingMin ? 'enough' : 'above';
}

/** 0–1 of the whole ring. */
export function ringShare(elapsedMs: number, { ceilingMin }: DwellMarks): number {
  return Math.min(1, Math.max(0, elapsedMs / 60_000 / ceilingMin));
}

/** `13:20`, and `1:02:05` after an hour. */
export function stopwatch(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
