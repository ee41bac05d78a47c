/**
 * GeoJSON (RFC 7946) as far as it can describe hot spots: the format of what is sent. Whether the shape makes sense on
 * the ground is judged by `core/geo/check-geometry.ts`. Foreign members are let through, as section 6.1 allows;
 * those by which section 7.1 tells the types apart are not.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import type { HotSpotGeometry } from '#core/model.ts';

const OTHER_GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'GeometryCollection',
]);
const DOCUMENTS = new Set(['Feature', 'FeatureCollection']);

type TypeRefusal = 'not-an-area' | 'not-a-geometry' | 'unknown-type';

/** The code stands in the issue's `params`, so that a caller can tell a good line from a broken polygon. */
function refusalOf(type: string): { code: TypeRefusal; message: string; sv: string } {
  if (OTHER_GEOMETRIES.has(type)) {
    const message = `A hot spot is an area: send a Polygon or a MultiPolygon, not a ${type}.`;
    const sv = `En hot spot är en yta: skicka en Polygon eller MultiPolygon, inte ${type}.`;
    return { code: 'not-an-area', message, sv };
  }
  if (DOCUMENTS.has(type)) {
    const message = `Send the geometry out of the ${type} alone.`;
    return { code: 'not-a-geometry', message, sv: `Skicka bara geometrin ur ${type}.` };
  }
  const written = JSON.stringify(type);
  const message = `Write Polygon or MultiPolygon, capitals as here; not ${written}.`;
  const sv = `Skriv Polygon eller MultiPolygon, med stora bokstäver som här; inte ${written}.`;
  return { code: 'unknown-type', message, sv };
}

const areaType = z
  .string({ error: 'Give the type: Polygon or MultiPolygon.' })
  .superRefine((type, context) => {
    if (type === 'Polygon' || type === 'MultiPolygon') return;
    const { code, message, sv } = refusalOf(type);
    context.addIssue({ code: 'custom', message, params: { code, sv } });
  });

const forbidden = z
  .never({ error: 'This member belongs to another type of GeoJSON (RFC 7946, 7.1): leave it out.' })
  .optional();

const number = z.number({ error: 'Give a finite number.' });

const bbox = z
  .union(
    [
      z.tuple([number, number, number, number]),
      z.tuple([number, number, number, number, number, number]),
    ],
    { error: 'Give four numbers (west, south, east, north) or six, or leave the bbox out.' },
  )
  .optional();

const position = z
  .array(number, { error: 'Give [longitude, latitude] in degrees.' })
  .min(2, { error: 'Give longitude and latitude.' })
  .max(3, { error: 'Give longitude, latitude and at most a height.' });

const ring = z
  .array(position, { error: 'Give a ring: a list of positions.' })
  .min(4, { error: 'Give four positions or more, the last the same as the first.' });

const rings = z
  .array(ring, { error: 'Give a list of rings: the shell, then its holes.' })
  .min(1, { error: 'Give at least the shell.' });

const polygons = z
  .array(rings, { error: 'Give a list of polygons.' })
  .min(1, { error: 'Give at least one polygon.' });

const geometryMembers = { bbox, geometry: forbidden, properties: forbidden, features: forbidden };

const polygon = z.looseObject({
  type: z.literal('Polygon'),
  coordinates: rings,
  ...geometryMembers,
});

const multiPolygon = z.looseObject({
  type: z.literal('MultiPolygon'),
  coordinates: polygons,
  ...geometryMembers,
});

/** A Polygon or a MultiPolygon; another type is refused with its reason before its coordinates are looked at. */
export const areaGeometry = z
  .looseObject({ type: areaType }, { error: 'Give a GeoJSON geometry.' })
  .meta({ description: 'A GeoJSON Polygon or MultiPolygon, WGS 84 lon/lat (RFC 7946).' })
  .pipe(z.discriminatedUnion('type', [polygon, multiPolygon])) satisfies z.ZodType<HotSpotGeometry>;

/** A hot spot's border as Feature. `properties` must be there, if only as null (RFC 7946, 3.2). */
export const areaFeature = z.looseObject(
  {
    type: z.literal('Feature', { error: 'Write Feature, with a capital F.' }),
    id: z.union([z.string(), number], { error: 'Give a text or a number as id.' }).optional(),
    geometry: areaGeometry,
    properties: z
      .record(z.string(), z.unknown(), { error: 'Give an object as properties, or null.' })
      .nullable(),
    bbox,
    features: forbidden,
    coordinates: forbidden,
    geometries: forbidden,
  },
  { error: 'Give a GeoJSON Feature.' },
) satisfies z.ZodType<Feature<Polygon | MultiPolygon>>;

/** Hot spots' borders as FeatureCollection, at least one. */
export const areaCollection = z.looseObject(
  {
    type: z.literal('FeatureCollection', { error: 'Write FeatureCollection, capitals as here.' }),
    features: z
      .array(areaFeature, { error: 'Give a list of features.' })
      .min(1, { error: 'The collection is empty: give at least one feature.' }),
    bbox,
    coordinates: forbidden,
    geometries: forbidden,
    geometry: forbidden,
    properties: forbidden,
  },
  { error: 'Give a GeoJSON FeatureCollection.' },
) satisfies z.ZodType<FeatureCollection<Polygon | MultiPolygon>>;
