/**
 * Reads what claims to be the geometry of an area, field by field, so that each fault can be shown at its place.
 * Whether the shape makes sense on the ground is the business of `check-geometry.ts`.
 */
import type { HotSpotGeometry } from '../model.ts';
import type { GeometryProblem, GeometryProblemCode } from './finding.ts';

/** How deep the lists of `coordinates` are nested above a position. */
const DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);

const NOT_AREAS: ReadonlySet<unknown> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'GeometryCollection',
  'Feature',
  'FeatureCollection',
]);

/** What should have stood at the path of a `malformed`. */
export type Wanted = 'geometry' | 'type' | 'list' | 'position' | 'number';

type Read =
  | { readonly ok: true; readonly geometry: HotSpotGeometry }
  | { readonly ok: false; readonly problems: readonly GeometryProblem[] };

const COORDINATES = '/geometry/coordinates';

const problem = (
  code: GeometryProblemCode,
  path: string,
  values: GeometryProblem['values'] = {},
): GeometryProblem => ({ code, path, values });

const malformed = (path: string, wanted: Wanted) => problem('malformed', path, { wanted });

function numberProblem(value: unknown, path: string): GeometryProblem[] {
  if (typeof value !== 'number') return [malformed(path, 'number')];
  return Number.isFinite(value) ? [] : [problem('not-finite', path)];
}

function positionProblems(value: unknown, path: string): GeometryProblem[] {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) {
    return [malformed(path, 'position')];
  }
  return value.flatMap((each, index) => numberProblem(each, `${path}/${index}`));
}

/** A MultiPolygon without polygons and a polygon without rings are empty; a ring without positions is too short. */
function nestedProblems(value: unknown, depth: number, path: string): GeometryProblem[] {
  if (depth === 0) return positionProblems(value, path);
  if (!Array.isArray(value)) return [malformed(path, 'list')];
  if (value.length === 0 && depth > 1) return [problem('empty', path)];
  return value.flatMap((each, index) => nestedProblems(each, depth - 1, `${path}/${index}`));
}

function typeProblem(type: unknown): GeometryProblem {
  return NOT_AREAS.has(type)
    ? problem('not-an-area', '/geometry/type', { type: String(type) })
    : malformed('/geometry/type', 'type');
}

const hasFields = (value: unknown): value is { type?: unknown; coordinates?: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes any value; foreign members are let through, as RFC 7946 allows, and left behind by the mending. */
export function readGeometry(value: unknown): Read {
  if (!hasFields(value)) return { ok: false, problems: [malformed('/geometry', 'geometry')] };
  const depth = DEPTHS.get(value.type);
  if (depth === undefined) return { ok: false, problems: [typeProblem(value.type)] };
  const problems = nestedProblems(value.coordinates, depth, COORDINATES);
  return problems.length === 0
    ? { ok: true, geometry: value as HotSpotGeometry }
    : { ok: false, problems };
}
