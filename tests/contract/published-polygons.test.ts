/** The GeoJSON that other projects' tests call good or bad (shared/polygons), read in place: none is copied here. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { areaCollection, areaFeature, areaGeometry } from '#contract/geojson.ts';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import type { HotSpotGeometry } from '#core/model.ts';
import { ANYWHERE } from '../core/geo/shapes.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/polygons');
const isThere = existsSync(folder);

interface Entry {
  readonly file: string;
  readonly verdict: string;
  readonly text: string;
}

const entries: Entry[] = isThere
  ? readFileSync(path.join(folder, 'MANIFEST.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map(([file = '', , verdict = '']) => ({
        file,
        verdict,
        text: readFileSync(path.join(folder, file), 'utf8'),
      }))
  : [];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function geometriesOf(document: unknown): HotSpotGeometry[] | null {
  const asCollection = areaCollection.safeParse(document);
  if (asCollection.success) return asCollection.data.features.map(({ geometry }) => geometry);
  const asFeature = areaFeature.safeParse(document);
  if (asFeature.success) return [asFeature.data.geometry];
  const asGeometry = areaGeometry.safeParse(document);
  return asGeometry.success ? [asGeometry.data] : null;
}

/** Whether the document is taken whole: its format by the contract, each of its borders by the core. */
function isTaken(document: unknown): boolean {
  const geometries = geometriesOf(document);
  return geometries?.every((geometry) => checkGeometry(geometry, ANYWHERE).ok) ?? false;
}

const isAreasOnly = (text: string) =>
  /"Polygon"|"MultiPolygon"/.test(text) && !/"(Point|LineString|GeometryCollection)"/.test(text);

describe.skipIf(!isThere)('published GeoJSON (skipped where ../shared/polygons is absent)', () => {
  const areas = entries.filter(({ text }) => isAreasOnly(text));
  it.each(areas)('of areas, $verdict: $file', ({ text, verdict }) => {
    expect(isTaken(parse(text))).toBe(verdict === 'valid');
  });

  const others = entries.filter(({ text }) => !isAreasOnly(text));
  it.each(others)('of something else is refused: $file', ({ text }) => {
    expect(isTaken(parse(text))).toBe(false);
  });
});
