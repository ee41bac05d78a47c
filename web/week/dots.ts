/** A day's doses as dots. Pure. */
import type { HotSpotDay } from '#core/planner/week/hot-spot-week.ts';

export type DosesOfDay = Pick<HotSpotDay, 'made' | 'planned' | 'wanted'>;

/** What is made, then what is planned, and what is missing last; more than `wanted` is beyond the target. */
export function dotsOf({ made, planned, wanted }: DosesOfDay): ('made' | 'planned' | 'wanted')[] {
  const missing = Math.max(0, wanted - made - planned.length);
  return [
    ...Array.from({ length: made }, () => 'made' as const),
    ...planned.map(() => 'planned' as const),
    ...Array.from({ length: missing }, () => 'wanted' as const),
  ];
}
