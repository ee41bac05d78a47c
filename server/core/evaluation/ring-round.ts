/** The ring in which a hot spot that should be moved would be looked for: 100 m, minus all hot spots, within the town. */
import type { Metres } from '../model.ts';
import { liesIn, liesWithin, type PlaneArea } from './plane-area.ts';
import { catchOf, type HeldEvent } from './score.ts';

const RING_M: Metres = 100;
/** Cells of 10 m measure such a ring to a few per cent. Ours. */
const CELL_M: Metres = 10;

interface Area {
  readonly area: PlaneArea;
}

/** What the ring caught, whole, and how large it is. */
export function ringRound(
  { area: own }: Area,
  places: readonly Area[],
  extent: PlaneArea,
  held: readonly HeldEvent[],
): { readonly ring: number; readonly ringM2: number } {
  const isInRing = (x: number, y: number) =>
    liesWithin(own, x, y, RING_M) &&
    !places.some(({ area }) => liesIn(area, x, y)) &&
    liesIn(extent, x, y);
  return { ring: catchOf(held, isInRing).whole, ringM2: areaWhere(own, isInRing) };
}

function areaWhere(near: PlaneArea, isInside: (x: number, y: number) => boolean): number {
  let cells = 0;
  for (let y = near.south - RING_M; y < near.north + RING_M; y += CELL_M)
    for (let x = near.west - RING_M; x < near.east + RING_M; x += CELL_M)
      if (isInside(x + CELL_M / 2, y + CELL_M / 2)) cells += 1;
  return cells * CELL_M ** 2;
}
