/**
 * The check of a hot spot's border, the same on the server, in the editor and in an import: refuses what is no area or
 * cannot be meant, mends what can be mended without guessing, and warns of what is allowed but unusual.
 */
import type { HotSpotGeometry, LonLat, Metres } from '../model.ts';
import { placeProblems } from './check-place.ts';
import { ringProblems } from './check-rings.ts';
import { topologyProblems } from './check-topology.ts';
import type { GeometryProblem, GeometryWarning } from './finding.ts';
import { areaHa, perimeterM } from './measure.ts';
import { overlapShare } from './overlap.ts';
import { polygonsOf } from './polygons.ts';
import { readGeometry } from './read-geometry.ts';
import { flatten, type Tidied, tidyGeometry } from './tidy-geometry.ts';

export const GEOMETRY_LIMITS = {
  vertices: 2_000,
  smallHa: 0.2,
  largeHa: 10,
  overlapShare: 0.05,
  /** More findings than these help nobody. */
  problems: 20,
} as const;

export interface GeometrySurroundings {
  /** Of the area (lokalpolisområde): a border further than 50 km from it is refused. Null: any place will do. */
  readonly center: LonLat | null;
  /** The other hot spots' borders in force, that overlaps may be told. */
  readonly others: readonly OtherHotSpot[];
}

export interface OtherHotSpot {
  readonly code: string;
  readonly geometry: HotSpotGeometry;
}

export type GeometryVerdict =
  | {
      readonly ok: true;
      /** Mended: right winding, no repeated points, at most 7 decimals, no elevation. */
      readonly geometry: HotSpotGeometry;
      readonly areaHa: number;
      readonly perimeterM: Metres;
      readonly warnings: readonly GeometryWarning[];
    }
  | { readonly ok: false; readonly problems: readonly GeometryProblem[] };

const ROOT = '/geometry';

const positionsOf = (geometry: HotSpotGeometry) => polygonsOf(geometry).flat(2);

function sizeWarnings(exactHa: number): GeometryWarning[] {
  const areaHa = Math.round(exactHa * 1000) / 1000;
  const { smallHa, largeHa } = GEOMETRY_LIMITS;
  if (areaHa < smallHa) return [{ code: 'small', path: ROOT, values: { areaHa, limit: smallHa } }];
  if (areaHa > largeHa) return [{ code: 'large', path: ROOT, values: { areaHa, limit: largeHa } }];
  return [];
}

function overlapWarnings(
  geometry: HotSpotGeometry,
  others: readonly OtherHotSpot[],
): GeometryWarning[] {
  return others.flatMap(({ code, geometry: other }) => {
    const share = overlapShare(geometry, other);
    if (share <= GEOMETRY_LIMITS.overlapShare) return [];
    return [{ code: 'overlaps', path: ROOT, values: { code, percent: Math.round(share * 100) } }];
  });
}

function mendingWarnings(received: HotSpotGeometry, { turned }: Tidied): GeometryWarning[] {
  const raised = positionsOf(received).filter((position) => position.length > 2).length;
  const warnings: GeometryWarning[] = [
    { code: 'winding-mended', path: ROOT, values: { rings: turned } },
    { code: 'elevation-dropped', path: ROOT, values: { positions: raised } },
  ];
  return warnings.filter(({ values }) => Object.values(values).some((count) => count !== 0));
}

function vertexProblems(geometry: HotSpotGeometry): GeometryProblem[] {
  const vertices = positionsOf(geometry).length;
  const limit = GEOMETRY_LIMITS.vertices;
  if (vertices <= limit) return [];
  return [{ code: 'too-many-vertices', path: `${ROOT}/coordinates`, values: { vertices, limit } }];
}

/** Each stage wants what the one before has made sure of; place and shape are told together. */
function problemsOf(geometry: HotSpotGeometry, center: LonLat | null): GeometryProblem[] {
  const ofSize = vertexProblems(geometry);
  if (ofSize.length > 0) return ofSize;
  const ofRings = ringProblems(geometry);
  const ofTopology = ofRings.length === 0 ? topologyProblems(geometry) : [];
  return [...placeProblems(geometry, center), ...ofRings, ...ofTopology];
}

function accept(geometry: HotSpotGeometry, others: readonly OtherHotSpot[]): GeometryVerdict {
  const tidied = tidyGeometry(flatten(geometry));
  const size = areaHa(tidied.geometry);
  return {
    ok: true,
    geometry: tidied.geometry,
    areaHa: size,
    perimeterM: perimeterM(tidied.geometry),
    warnings: [
      ...sizeWarnings(size),
      ...overlapWarnings(tidied.geometry, others),
      ...mendingWarnings(geometry, tidied),
    ],
  };
}

/**
 * Judges any value that claims to be the geometry of a hot spot. It never throws.
 *
 * @example checkGeometry({ type: 'Point', coordinates: [16.59, 59.06] }, { center: null, others: [] })
 * // { ok: false, problems: [{ code: 'not-an-area', path: '/geometry/type', values: { type: 'Point' } }] }
 */
export function checkGeometry(
  value: unknown,
  { center, others }: GeometrySurroundings,
): GeometryVerdict {
  const read = readGeometry(value);
  const problems = read.ok ? problemsOf(read.geometry, center) : read.problems;
  if (read.ok && problems.length === 0) return accept(read.geometry, others);
  return { ok: false, problems: problems.slice(0, GEOMETRY_LIMITS.problems) };
}
