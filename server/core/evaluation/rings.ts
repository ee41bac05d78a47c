/**
 * Where an incident lies: in a hot spot, in the ring round it, or in the rest of the municipality.
 *
 *     ┌────────────────┐
 *     │ ring ┌───────┐ │  ┌───┐        ring = what lies within so many metres of a hot spot looked at,
 *     │      │ hot   ┼─┼──┤ 2 │               minus all hot spots: neighbouring rings overlap in a small town
 *     │      │ spot 1│ │  └───┘        rest = outside all hot spots and all their rings: the control
 *     └──────┴───────┴─┘
 */
import type { Metres } from '../model.ts';
import { liesIn, liesWithin, type PlaneArea } from './plane-area.ts';

/** The rings that the evidence has used: 100 m (Bedfordshire), 50, 100 and 150 m (bus stops). */
export const RING_WIDTHS_M = [50, 100, 150] as const;
export type RingWidth = (typeof RING_WIDTHS_M)[number];

/** `elsewhere`: in another hot spot than those looked at, or only in its ring. It is neither treated nor control. */
export type Zone = 'treated' | 'ring' | 'control' | 'elsewhere';

/** @param treated the hot spots looked at, a part of `all` */
export function zoneAt(
  treated: readonly PlaneArea[],
  all: readonly PlaneArea[],
  ringM: Metres,
): (x: number, y: number) => Zone {
  return (x, y) => {
    if (treated.some((area) => liesIn(area, x, y))) return 'treated';
    if (all.some((area) => liesIn(area, x, y))) return 'elsewhere';
    if (treated.some((area) => liesWithin(area, x, y, ringM))) return 'ring';
    return all.some((area) => liesWithin(area, x, y, ringM)) ? 'elsewhere' : 'control';
  };
}
