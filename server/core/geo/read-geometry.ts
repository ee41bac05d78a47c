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

/** RFC 7946, 7.1: these make a Feature or a FeatureCollection of it. */
const FORBIDDEN_MEMBERS = ['geometry', 'properties', 'features'] as const;

/** What should have stood at the path of a `malformed`. */
type Wanted = 'geometry' | 'type' | 'list' | 'position' | 'number' | 'bbox';

type Fields = Readonly<Record<string, unknown>>;

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

function memberProblems(fields: Fields): GeometryProblem[] {
  const forbidden = FORBIDDEN_MEMBERS.filter((member) => member in fields);
  return forbidden.map((member) => problem('forbidden-member', `/geometry/${member}`, { member }));
}

/** RFC 7946, 5: a box of two or three dimensions. It is checked and then left behind: the border itself tells. */
function bboxProblems({ bbox }: Fields): GeometryProblem[] {
  if (bbox === undefined) return [];
  const isBox = Array.isArray(bbox) && [4, 6].includes(bbox.length) && bbox.every(Number.isFinite);
  return isBox ? [] : [malformed('/geometry/bbox', 'bbox')];
}

const hasFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Takes any value; foreign members are let through, as RFC 7946 allows, and left behind by the mending. */
export function readGeometry(value: unknown): Read {
  if (!hasFields(value)) return { ok: false, problems: [malformed('/geometry', 'geometry')] };
  const depth = DEPTHS.get(value.type);
  if (depth === undefined) return { ok: false, problems: [typeProblem(value.type)] };
  const problems = [
    ...memberProblems(value),
    ...bboxProblems(value),
    ...nestedProblems(value.coordinates, depth, COORDINATES),
  ];
  return problems.length === 0
    ? { ok: true, geometry: value as unknown as HotSpotGeometry }
    : { ok: false, problems };
}
