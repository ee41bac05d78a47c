/** Finds the areas in any GeoJSON document, however nested, with the names that its features give them. */

import { readGeometry } from '#core/geo/read-geometry.ts';
import type { HotSpotGeometry } from '#core/model.ts';

export interface Shape {
  readonly name: string;
  /** Two characters, where the file gives a code that could be one. */
  readonly code: string | null;
  /** Right in form; not yet checked. */
  readonly geometry: HotSpotGeometry;
}

export type SkipReason =
  /** Nothing in it. */
  | 'empty'
  /** Neither GeoJSON, KML nor a list of coordinates, or broken. */
  | 'unreadable'
  /** A point, a line: good, but no area. */
  | 'not-an-area'
  /** A feature without geometry. */
  | 'no-geometry'
  /** A broken geometry. */
  | 'malformed'
  /** A line of a list that is not a northing and an easting in SWEREF 99 TM. */
  | 'not-coordinates'
  /** A list of fewer than three corners. */
  | 'too-few-corners';

export interface SkippedShape {
  /** Its name, its number in the file (`#3`), or the line itself. */
  readonly what: string;
  readonly why: SkipReason;
}

export interface FoundShapes {
  readonly shapes: readonly Shape[];
  readonly skipped: readonly SkippedShape[];
}

type Fields = Readonly<Record<string, unknown>>;

const NAME_FIELDS = ['name', 'Name', 'namn', 'Namn', 'title', 'NAME', 'NAMN'];
const CODE_FIELDS = ['code', 'Code', 'kod', 'Kod', 'CODE', 'KOD'];
const CODE = /^[A-ZÅÄÖ][A-ZÅÄÖ0-9]$/;

const NOTHING: FoundShapes = { shapes: [], skipped: [] };

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const skip = (what: string, why: SkipReason): FoundShapes => ({
  shapes: [],
  skipped: [{ what, why }],
});

export const unreadable = (what: string): FoundShapes => skip(what, 'unreadable');

export function merge(all: readonly FoundShapes[]): FoundShapes {
  return {
    shapes: all.flatMap(({ shapes }) => shapes),
    skipped: all.flatMap(({ skipped }) => skipped),
  };
}

function textIn(fields: Fields, names: readonly string[]): string | null {
  const texts = names.map((name) => fields[name]).filter((value) => typeof value === 'string');
  return texts.map((text) => text.trim()).find((text) => text !== '') ?? null;
}

function codeIn(fields: Fields): string | null {
  const code = textIn(fields, CODE_FIELDS)?.toUpperCase() ?? '';
  return CODE.test(code) ? code : null;
}

interface Label {
  readonly name: string;
  readonly code: string | null;
}

const isPolygonal = (value: unknown) =>
  isFields(value) && (value.type === 'Polygon' || value.type === 'MultiPolygon');

/** KML keeps the parts of a place as a collection of polygons: they are one hot spot. */
function joined(geometries: readonly unknown[]): unknown {
  const parts = geometries
    .filter(isFields)
    .map(({ type, coordinates }) =>
      type === 'MultiPolygon' && Array.isArray(coordinates) ? coordinates : [coordinates],
    );
  return { type: 'MultiPolygon', coordinates: parts.flat() };
}

function shapesInCollection(geometries: readonly unknown[], label: Label): FoundShapes {
  const polygonal = geometries.filter(isPolygonal);
  const others = geometries.filter((each) => !isPolygonal(each));
  const found = polygonal.length === 0 ? NOTHING : shapesInGeometry(joined(polygonal), label);
  return merge([found, ...others.map((each) => shapesInGeometry(each, label))]);
}

function shapesInGeometry(geometry: unknown, label: Label): FoundShapes {
  if (geometry === null || geometry === undefined) return skip(label.name, 'no-geometry');
  if (isFields(geometry) && geometry.type === 'GeometryCollection') {
    const { geometries } = geometry;
    if (!Array.isArray(geometries)) return skip(label.name, 'malformed');
    return geometries.length === 0
      ? skip(label.name, 'empty')
      : shapesInCollection(geometries, label);
  }
  const read = readGeometry(geometry);
  if (read.ok) return { shapes: [{ ...label, geometry: read.geometry }], skipped: [] };
  const isOther = read.problems.some(({ code }) => code === 'not-an-area');
  return skip(label.name, isOther ? 'not-an-area' : 'malformed');
}

function shapesInFeature(feature: unknown, fallbackName: string): FoundShapes {
  if (!isFields(feature) || feature.type !== 'Feature') return skip(fallbackName, 'malformed');
  const properties = isFields(feature.properties) ? feature.properties : {};
  const label = { name: textIn(properties, NAME_FIELDS) ?? fallbackName, code: codeIn(properties) };
  return shapesInGeometry(feature.geometry, label);
}

/** Takes any JSON value. A feature without a name is called by its number in the file. */
export function shapesInGeoJson(document: unknown, fallbackName: string): FoundShapes {
  if (!isFields(document) || typeof document.type !== 'string') return unreadable(fallbackName);
  if (document.type === 'Feature') return shapesInFeature(document, fallbackName);
  if (document.type !== 'FeatureCollection') {
    return shapesInGeometry(document, { name: fallbackName, code: null });
  }
  const { features } = document;
  if (!Array.isArray(features)) return unreadable(fallbackName);
  if (features.length === 0) return skip(fallbackName, 'empty');
  return merge(features.map((each, index) => shapesInFeature(each, `#${index + 1}`)));
}
