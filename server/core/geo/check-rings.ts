/** What must hold of each ring by itself before it can be asked how rings lie to each other. */
import type { HotSpotGeometry } from '../model.ts';
import type { GeometryProblem } from './finding.ts';
import { type PlacedRing, placedRings, pointerTo, type Ring } from './polygons.ts';
import { flatten } from './tidy-geometry.ts';

/** RFC 7946, 3.1.6: four or more positions, the first and the last the same. */
const FEWEST_POSITIONS = 4;
const SMALLEST_RING_M2 = 1;
/** One degree of latitude, rounded: good enough to tell something from nothing. */
const METRES_PER_DEGREE = 111_000;

const ringNumbers = ({ polygon, ring }: PlacedRing) => ({ polygon: polygon + 1, ring: ring + 1 });

function isClosed(ring: Ring): boolean {
  const last = ring.at(-1);
  const first = ring[0];
  return (
    first !== undefined &&
    first.length === last?.length &&
    first.every((coordinate, index) => coordinate === last[index])
  );
}

/**
 * An upper bound of what the ring encloses in square metres: the triangles that its first point makes with each of its
 * sides, none taken as negative. So a bow-tie, whose halves cancel, is not mistaken for a line.
 */
function fanM2(ring: Ring): number {
  const [lon0 = 0, lat0 = 0] = ring[0] ?? [];
  const eastM = METRES_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  const metres = ring.map(([lon = 0, lat = 0]) => ({
    x: (lon - lon0) * eastM,
    y: (lat - lat0) * METRES_PER_DEGREE,
  }));
  return metres.reduce((total, { x, y }, index) => {
    const next = metres[index + 1] ?? { x: 0, y: 0 };
    return total + Math.abs(x * next.y - next.x * y) / 2;
  }, 0);
}

function closingProblems(geometry: HotSpotGeometry, each: PlacedRing): GeometryProblem[] {
  if (each.positions.length === 0 || isClosed(each.positions)) return [];
  const path = pointerTo(geometry, each, each.positions.length - 1);
  return [{ code: 'ring-not-closed', path, values: ringNumbers(each) }];
}

function sizeProblems(geometry: HotSpotGeometry, flat: PlacedRing): GeometryProblem[] {
  const positions = flat.positions.length;
  const path = pointerTo(geometry, flat);
  if (positions < FEWEST_POSITIONS) {
    const values = { ...ringNumbers(flat), positions, wanted: FEWEST_POSITIONS };
    return [{ code: 'too-few-positions', path, values }];
  }
  if (fanM2(flat.positions) >= SMALLEST_RING_M2) return [];
  return [{ code: 'zero-area', path, values: ringNumbers(flat) }];
}

/** Rings that are open, too short or without an inside. */
export function ringProblems(geometry: HotSpotGeometry): GeometryProblem[] {
  return [
    ...placedRings(geometry).flatMap((each) => closingProblems(geometry, each)),
    ...placedRings(flatten(geometry)).flatMap((each) => sizeProblems(geometry, each)),
  ];
}
