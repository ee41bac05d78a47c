import { describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { areaCollection, areaFeature, areaGeometry } from '#contract/geojson.ts';
import { box, multiPolygon, polygon } from '../core/geo/shapes.ts';

const border = polygon(box(0, 0, 2, 2));
const feature = { type: 'Feature', properties: null, geometry: border };
const collection = { type: 'FeatureCollection', features: [feature] };

/** Field, message and, for what is no area, the code. */
function refusalOf(schema: ZodType, value: unknown) {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  const params = issue?.code === 'custom' ? issue.params : undefined;
  return issue && { field: issue.path.join('/'), message: issue.message, code: params?.code };
}

describe('GeoJSON of hot spots', () => {
  it('may be a polygon, a multipolygon, a feature or a collection', () => {
    expect(areaGeometry.parse(border)).toEqual(border);
    expect(areaGeometry.parse(multiPolygon(border.coordinates))).toBeDefined();
    expect(areaFeature.parse(feature)).toEqual(feature);
    expect(areaCollection.parse(collection)).toEqual(collection);
  });

  it('may have heights, ids, boxes and foreign members', () => {
    const raised = polygon(box(0, 0, 2, 2).map(([lon, lat]) => [lon!, lat!, 40]));
    const full = { ...feature, id: 7, geometry: raised, title: 'R1', bbox: [16, 59, 17, 60] };
    expect(areaFeature.parse(full)).toEqual(full);
  });

  it.each(['Point', 'LineString', 'MultiPoint', 'MultiLineString', 'GeometryCollection'])(
    'is refused as no area when it is a %s',
    (type) => {
      expect(refusalOf(areaGeometry, { type })).toEqual({
        field: 'type',
        code: 'not-an-area',
        message: `A hot spot is an area: send a Polygon or a MultiPolygon, not a ${type}.`,
      });
    },
  );

  it('is refused as no geometry when it is a whole document', () => {
    expect(refusalOf(areaGeometry, collection)?.code).toBe('not-a-geometry');
  });

  it('is refused with the right spelling when the case of a type is wrong', () => {
    expect(refusalOf(areaGeometry, { ...border, type: 'polygon' })).toMatchObject({
      code: 'unknown-type',
      message: 'Write Polygon or MultiPolygon, capitals as here; not "polygon".',
    });
    expect(refusalOf(areaFeature, { ...feature, type: 'feature' })?.field).toBe('type');
  });

  it.each([
    ['a text for a number', polygon([['16', 59] as never]), 'coordinates/0/0/0'],
    ['a lone longitude', polygon([[16]]), 'coordinates/0/0'],
    ['four numbers in a position', polygon([[1, 2, 3, 4]]), 'coordinates/0/0'],
    ['an infinite number', polygon([[16, Infinity]]), 'coordinates/0/0/1'],
    ['three positions', polygon(box(0, 0, 1, 1).slice(0, 3)), 'coordinates/0'],
    ['no ring', polygon(), 'coordinates'],
    ['a box of three', { ...border, bbox: [1, 2, 3] }, 'bbox'],
    ['a member of a feature', { ...border, properties: {} }, 'properties'],
  ])('is refused at its place for %s', (_, geometry, field) => {
    expect(refusalOf(areaGeometry, geometry)?.field).toBe(field);
  });

  it.each([
    ['without properties', { type: 'Feature', geometry: border }, 'properties'],
    ['with a list of properties', { ...feature, properties: [] }, 'properties'],
    ['with an object for id', { ...feature, id: {} }, 'id'],
    ['without geometry', { ...feature, geometry: null }, 'geometry'],
    ['with coordinates of its own', { ...feature, coordinates: null }, 'coordinates'],
  ])('is refused as a feature %s', (_, value, field) => {
    expect(refusalOf(areaFeature, value)?.field).toBe(field);
  });

  it.each([
    ['that is empty', { ...collection, features: [] }, 'features'],
    ['with an object for a list', { ...collection, features: {} }, 'features'],
    ['with null for a feature', { ...collection, features: [null] }, 'features/0'],
    ['with properties', { ...collection, properties: {} }, 'properties'],
  ])('is refused as a collection %s', (_, value, field) => {
    expect(refusalOf(areaCollection, value)?.field).toBe(field);
  });
});
