import { describe, expect, it } from 'vitest';
import { checkGeometry } from '#core/geo/check-geometry.ts';
import { distanceM } from '#core/geo/measure.ts';
import { readShapes } from '../../web/hot-spots/read-shapes.ts';
import { box, IN_FLEN, multiPolygon, polygon } from '../core/geo/shapes.ts';

const border = polygon(box(0, 0, 2, 2));
const point = { type: 'Point', coordinates: [16.58, 59.05] };
const feature = (geometry: unknown, properties: unknown = null) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const read = (document: unknown) => readShapes(JSON.stringify(document), 'flen.geojson');

describe('a GeoJSON file', () => {
  it('gives each area its name and code from the file', () => {
    const named = collection(
      feature(border, { namn: ' Resecentrum ', kod: 'r1' }),
      feature(border, { name: 'Torget', code: 'too long' }),
    );
    expect(read(named)).toEqual({
      shapes: [
        { name: 'Resecentrum', code: 'R1', geometry: border },
        { name: 'Torget', code: null, geometry: border },
      ],
      skipped: [],
    });
  });

  it('may be a bare geometry or a feature, named after the file', () => {
    const wanted = { shapes: [{ name: 'flen', code: null, geometry: border }], skipped: [] };
    expect(read(border)).toEqual(wanted);
    expect(read(feature(border))).toEqual(wanted);
  });

  it('has what is no area skipped, by name or number, and the rest read', () => {
    const mixed = collection(
      feature(point, { name: 'Stationen' }),
      feature(border),
      feature(null),
      feature({ type: 'Polygon', coordinates: 7 }),
      point,
    );
    const { shapes, skipped } = read(mixed);
    expect(shapes.map(({ name }) => name)).toEqual(['#2']);
    expect(skipped).toEqual([
      { what: 'Stationen', why: 'not-an-area' },
      { what: '#3', why: 'no-geometry' },
      { what: '#4', why: 'malformed' },
      { what: '#5', why: 'malformed' },
    ]);
  });

  it('has the polygons of a collection joined to one shape', () => {
    const geometries = [border, point, polygon(box(3, 0, 4, 1))];
    const { shapes, skipped } = read(feature({ type: 'GeometryCollection', geometries }));
    const wanted = multiPolygon([box(0, 0, 2, 2)], [box(3, 0, 4, 1)]);
    expect(shapes.map(({ geometry }) => geometry)).toEqual([wanted]);
    expect(skipped).toEqual([{ what: 'flen', why: 'not-an-area' }]);
  });

  it.each([
    ['empty', '  ', 'empty', 'flen.geojson'],
    ['an empty collection', '{"type":"FeatureCollection","features":[]}', 'empty', 'flen'],
    ['broken', '{"type":', 'unreadable', 'flen'],
    ['other JSON', '{"name":"R1"}', 'unreadable', 'flen'],
  ])('that is %s is told', (_, text, why, what) => {
    expect(readShapes(text, 'flen.geojson')).toEqual({ shapes: [], skipped: [{ what, why }] });
  });
});

describe('pasted SWEREF 99 TM coordinates', () => {
  /** Flen's station (flen/README.md) and a point 100 m north and 100 m east of it. */
  const corners = ['6547472 590922', '6547572 590922', '6547572 591022'];

  const borderOf = (text: string) => {
    const { shapes, skipped } = readShapes(text, 'inklistrat');
    expect(skipped).toEqual([]);
    return shapes[0]!.geometry;
  };

  it('become a border at its place, that is taken', () => {
    const verdict = checkGeometry(borderOf(corners.join('\n')), IN_FLEN);
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.ok && verdict.areaHa).toBeCloseTo(0.5, 2);
    const [lon = 0, lat = 0] = borderOf(corners.join('\n')).coordinates.flat()[0] as number[];
    expect(distanceM([lon, lat], [16.585278, 59.056947])).toBeLessThan(1);
  });

  it.each([
    ['east first', '590922 6547472\n590922 6547572\n591022 6547572'],
    ['with commas', '6547472,590922\n6547572,590922\n6547572,591022'],
    ['with semicolons and axes', 'N=6547472; E=590922\nN=6547572; E=590922\nN=6547572; E=591022'],
    ['in groups of three', '6 547 472  590 922\n6 547 572  590 922\n6 547 572  591 022'],
    ['with decimals', '6547472,0 590922,0\n6547572.0 590922.0\n6547572,000; 591022,000'],
    ['with tabs and CRLF', '6547472\t590922\r\n6547572\t590922\r\n6547572\t591022\r\n'],
    ['with a header', `N, E (m)\n${corners.join('\n')}`],
    ['closed already', [...corners, corners[0]].join('\n')],
  ])('are read %s', (_, text) => {
    expect(borderOf(text)).toEqual(borderOf(corners.join('\n')));
  });

  it('become several shapes when empty lines part them, named by a first line', () => {
    const text = ['R1 Resecentrum', ...corners, '', ...corners].join('\n');
    const { shapes } = readShapes(text, 'lista.txt');
    expect(shapes.map(({ name }) => name)).toEqual(['R1 Resecentrum', 'lista 2']);
  });

  it('are not read when one line is wrong: the border would be another', () => {
    const text = [...corners, '6547472 59O922'].join('\n');
    expect(readShapes(text, 'lista.txt')).toEqual({
      shapes: [],
      skipped: [{ what: '6547472 59O922', why: 'not-coordinates' }],
    });
  });

  it('are too few when they are two', () => {
    expect(readShapes(corners.slice(0, 2).join('\n'), 'lista.txt').skipped).toEqual([
      { what: 'lista', why: 'too-few-corners' },
    ]);
  });

  it('are not looked for line by line in other text', () => {
    expect(readShapes('Kära dagbok\nidag', 'dagbok.txt').skipped).toEqual([
      { what: 'dagbok', why: 'unreadable' },
    ]);
  });
});
