import { describe, expect, it } from 'vitest';
import { areaHa, boundsMeet, boundsOf, distanceM, perimeterM } from '#core/geo/measure.ts';
import { box, holeBox, multiPolygon, polygon } from './shapes.ts';

/** WGS 84: semi-major axis and flattening. */
const A = 6_378_137;
const F = 1 / 298.257223563;

/**
 * Area in m² between two parallels and two meridians by the closed formula for the ellipsoid (Snyder, "Map
 * projections: a working manual", USGS 1395, equation 3-12): independent of geodesics.
 */
function cellM2(south: number, north: number, degreesWide: number): number {
  const e = Math.sqrt(F * (2 - F));
  const b2 = A * A * (1 - e * e);
  const part = (lat: number) => {
    const s = Math.sin((lat * Math.PI) / 180);
    return s / (1 - e * e * s * s) + Math.log((1 + e * s) / (1 - e * s)) / (2 * e);
  };
  return (((degreesWide * Math.PI) / 180) * b2 * (part(north) - part(south))) / 2;
}

describe('the area of a border', () => {
  it('is that of the ellipsoid between parallels and meridians', () => {
    const cell = polygon(box(0, 0, 4, 4));
    expect(areaHa(cell)).toBeCloseTo(cellM2(59.05, 59.054, 0.004) / 10_000, 4);
  });

  it('is not that of Web Mercator, which is 3.78 times too large in Flen', () => {
    const mercatorM2 = ((0.004 * Math.PI * A) / 180) ** 2 / Math.cos((59.052 * Math.PI) / 180);
    expect(mercatorM2 / (areaHa(polygon(box(0, 0, 4, 4))) * 10_000)).toBeCloseTo(3.78, 1);
  });

  it('leaves holes out and adds polygons up', () => {
    const whole = areaHa(polygon(box(0, 0, 4, 4)));
    const hole = areaHa(polygon(box(1, 1, 2, 2)));
    expect(areaHa(polygon(box(0, 0, 4, 4), holeBox(1, 1, 2, 2)))).toBeCloseTo(whole - hole, 9);
    const both = multiPolygon([box(0, 0, 4, 4)], [box(5, 0, 6, 1)]);
    expect(areaHa(both)).toBeCloseTo(whole + areaHa(polygon(box(5, 0, 6, 1))), 9);
  });

  it('does not depend on the winding', () => {
    const ring = box(0, 0, 4, 4);
    expect(areaHa(polygon(ring.toReversed()))).toBeCloseTo(areaHa(polygon(ring)), 9);
  });
});

describe('the length of a border', () => {
  it('counts the borders of holes too', () => {
    const outer = perimeterM(polygon(box(0, 0, 4, 4)));
    const inner = perimeterM(polygon(box(1, 1, 2, 2)));
    const withHole = polygon(box(0, 0, 4, 4), holeBox(1, 1, 2, 2));
    expect(perimeterM(withHole)).toBeCloseTo(outer + inner, 6);
  });
});

describe('a distance', () => {
  it('is right to the millimetre along a quarter of the equator', () => {
    expect(distanceM([0, 0], [90, 0])).toBeCloseTo((A * Math.PI) / 2, 3);
  });

  it('is that of the table between Flen and Katrineholm stations, in metres', () => {
    const gridM = Math.hypot(590_922 - 569_475, 6_547_472 - 6_540_292);
    const groundM = distanceM([16.585278, 59.056947], [16.209184, 58.996512]);
    expect(Math.abs(groundM / gridM - 1)).toBeLessThan(0.0005);
  });
});

describe('the box round a border', () => {
  it('spans all its polygons', () => {
    const both = multiPolygon([box(0, 0, 1, 1)], [box(5, 3, 6, 4)]);
    expect(boundsOf(both)).toEqual({ west: 16.58, south: 59.05, east: 16.586, north: 59.054 });
  });

  it('meets another that touches it, and not one beside it', () => {
    const here = boundsOf(polygon(box(0, 0, 1, 1)));
    expect(boundsMeet(here, boundsOf(polygon(box(1, 1, 2, 2))))).toBe(true);
    expect(boundsMeet(here, boundsOf(polygon(box(1.1, 0, 2, 1))))).toBe(false);
  });
});
