/**
 * Cuts a hot spot in two or more along a drawn line.
 *
 *     ┌─────┬──────┐
 *     │  1  ┊  2   │
 *     └─────┴──────┘
 */
import type { Polygon } from 'geojson';
import type { HotSpotGeometry, LonLat } from '../model.ts';
import { contains } from './contains.ts';
import { interiorPoint } from './jts.ts';
import { facesBetween } from './jts-faces.ts';
import { areaHa } from './measure.ts';
import { polygonsOf } from './polygons.ts';
import { tidyGeometry } from './tidy-geometry.ts';

/** A square metre in hectares: smaller parts come of a line drawn along the border and are left out. */
const SLIVER_HA = 0.0001;

export type SplitRefusal =
  /** Fewer than two different points. */
  | 'line-too-short'
  /** An end lies within the border: the line must go right through. */
  | 'line-ends-inside'
  /** The line passes by, or runs into a hole only. */
  | 'line-does-not-cut';

export type Split =
  | { readonly ok: true; readonly parts: readonly Polygon[] }
  | { readonly ok: false; readonly code: SplitRefusal };

const refuse = (code: SplitRefusal): Split => ({ ok: false, code });

function isTooShort(line: readonly LonLat[]): boolean {
  return new Set(line.map(String)).size < 2;
}

function partsOf(geometry: HotSpotGeometry, line: readonly LonLat[]): Polygon[] {
  const faces = facesBetween(
    polygonsOf(geometry).flat(),
    line.map((lonLat) => [...lonLat]),
  );
  return faces
    .filter((face) => contains(geometry, interiorPoint(face)) && areaHa(face) >= SLIVER_HA)
    .map((face) => tidyGeometry(face).geometry as Polygon);
}

/** Wants a valid geometry, and a line whose ends lie outside it. Holes stay with the part that they lie in. */
export function splitPolygon(geometry: HotSpotGeometry, line: readonly LonLat[]): Split {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || isTooShort(line)) return refuse('line-too-short');
  const parts = partsOf(geometry, line);
  if (parts.length > polygonsOf(geometry).length) return { ok: true, parts };
  const endsInside = contains(geometry, first) || contains(geometry, last);
  return refuse(endsInside ? 'line-ends-inside' : 'line-does-not-cut');
}
