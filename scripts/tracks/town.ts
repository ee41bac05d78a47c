/** A town of ten hot spots, of the shapes that make detection hard; each seed turns, stretches and places them anew. */
import type { Metres } from '#core/model.ts';
import type { Random } from '#core/planner/random.ts';
import type { TrackedHotSpot } from '#core/tracks/track-point.ts';
import { type Area, between, lonLatOf, type Place, type Ring } from './plane.ts';

const box = (east: number, north: number, width: number, height: number): Ring => [
  [east, north],
  [east + width, north],
  [east + width, north + height],
  [east, north + height],
];

/** What stands together stays together when it is turned and stretched. */
const GROUPS: readonly (readonly Area[])[] = [
  [{ id: 'square', rings: [box(-45, -40, 90, 80)] }],
  [
    { id: 'west-of-the-border', rings: [box(-80, -35, 80, 70)] },
    { id: 'east-of-the-border', rings: [box(0, -35, 70, 70)] },
  ],
  [
    {
      id: 'corner',
      rings: [
        [
          [-60, -60],
          [60, -60],
          [60, -20],
          [-15, -20],
          [-15, 60],
          [-60, 60],
        ],
      ],
    },
  ],
  [{ id: 'yard', rings: [box(-15, -15, 30, 30)] }],
  [{ id: 'street', rings: [box(-15, -100, 30, 200)] }],
  [{ id: 'park', rings: [box(-75, -70, 150, 140), box(-10, 0, 45, 40)] }],
  [
    { id: 'block', rings: [box(-80, -60, 160, 120)] },
    { id: 'arcade', rings: [box(-50, -25, 55, 45)] },
  ],
  [{ id: 'platforms', rings: [box(-75, -30, 55, 60), box(30, -30, 55, 60)] }],
];

/** From the middle of one group to the next. */
const APART_M: Metres = 260;
const COLUMNS = 3;

const LEAST_STRETCH = 0.9;
const MOST_STRETCH = 1.25;

function placed(random: Random, group: readonly Area[], index: number): Area[] {
  const angle = between(random, 0, 2 * Math.PI);
  const stretch = between(random, LEAST_STRETCH, MOST_STRETCH);
  const [cos, sin] = [stretch * Math.cos(angle), stretch * Math.sin(angle)];
  const east = ((index % COLUMNS) - 1) * APART_M + between(random, -20, 20);
  const north = (Math.floor(index / COLUMNS) - 1) * APART_M + between(random, -20, 20);
  const move = ([x, y]: Place): Place => [east + cos * x - sin * y, north + sin * x + cos * y];
  return group.map(({ id, rings }) => ({ id, rings: rings.map((ring) => ring.map(move)) }));
}

export function simulatedTown(random: Random): Area[] {
  return GROUPS.flatMap((group, index) => placed(random, group, index));
}

const closedRing = (ring: Ring): number[][] =>
  [...ring, ring[0] as Place].map((corner) => [...lonLatOf(corner)]);

/** A second ring that lies beside the first is a part of its own; the others are holes. */
export function hotSpotOf({ id, rings }: Area): TrackedHotSpot {
  const coordinates = rings.map(closedRing);
  const geometry =
    id === 'platforms'
      ? { type: 'MultiPolygon' as const, coordinates: coordinates.map((ring) => [ring]) }
      : { type: 'Polygon' as const, coordinates };
  return { id, geometry };
}
