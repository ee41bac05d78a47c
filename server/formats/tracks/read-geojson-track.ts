/**
 * Reads the lines of GeoJSON with a time for each position, as togeojson writes them (`properties.coordinateProperties.times`,
 * before that `properties.coordTimes`; others write `properties.times`), and points with a `time`.
 */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { atPointer, BadTrack } from './bad-track.ts';
import { type Fields, fieldsOf, parseJson } from './json-fields.ts';
import { accuracyOf, instantOf, lonLatOf } from './track-fields.ts';

/** @throws BadTrack with the JSON pointer of what is wrong */
export function readGeoJsonTrack(text: string): TrackPoint[] {
  const points: TrackPoint[] = [];
  for (const [feature, path] of featuresOf(fieldsOf(parseJson(text)))) {
    for (const point of pointsOf(feature, path)) points.push(point);
  }
  if (points.length > 0) return points;
  throw new BadTrack(null, {
    sv: 'det finns ingen linje eller punkt med tider i den',
    en: 'there is no line or point with times in it',
  });
}

function* featuresOf(document: Fields): Generator<readonly [Fields, string]> {
  if (document.type === 'Feature') {
    yield [document, ''];
    return;
  }
  if (document.type !== 'FeatureCollection' || !Array.isArray(document.features))
    throw new BadTrack(atPointer('/type'), {
      sv: 'den är varken Feature eller FeatureCollection',
      en: 'it is neither a Feature nor a FeatureCollection',
    });
  for (const [index, feature] of document.features.entries())
    yield [fieldsOf(feature), `/features/${index}`];
}

function pointsOf(feature: Fields, path: string): TrackPoint[] {
  const { type, coordinates } = fieldsOf(feature.geometry);
  const properties = fieldsOf(feature.properties);
  if (type === 'Point') return [pointOf(coordinates, properties.time, properties.accuracy, path)];
  const extra = fieldsOf(properties.coordinateProperties);
  const times = extra.times ?? properties.coordTimes ?? properties.times;
  if (type === 'LineString') return lineOf(coordinates, times, `${path}/geometry/coordinates`);
  if (type !== 'MultiLineString' || !Array.isArray(coordinates)) return [];
  return coordinates.flatMap((line: unknown, index) =>
    lineOf(
      line,
      Array.isArray(times) ? times[index] : undefined,
      `${path}/geometry/coordinates/${index}`,
    ),
  );
}

function lineOf(line: unknown, times: unknown, path: string): TrackPoint[] {
  if (!Array.isArray(line))
    throw new BadTrack(atPointer(path), {
      sv: 'linjen har inga koordinater',
      en: 'the line has no coordinates',
    });
  if (!Array.isArray(times))
    throw new BadTrack(atPointer(path), {
      sv: 'linjen har inga tider (coordTimes)',
      en: 'the line has no times (coordTimes)',
    });
  if (times.length !== line.length)
    throw new BadTrack(atPointer(path), {
      sv: `${line.length} positioner men ${times.length} tider`,
      en: `${line.length} positions, but ${times.length} times`,
    });
  return line.map((position: unknown, index) =>
    pointOf(position, times[index], null, `${path}/${index}`),
  );
}

function pointOf(position: unknown, time: unknown, accuracy: unknown, path: string): TrackPoint {
  const where = atPointer(path);
  const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
  const lonLat = lonLatOf(lon, lat, where);
  return { at: instantOf(time, where), lonLat, accuracyM: accuracyOf(accuracy, where) };
}
