/**
 * Reads the lines of GeoJSON with a time for each position, as togeojson writes them (`properties.coordinateProperties.times`,
 * before that `properties.coordTimes`; others write `properties.times`), and points with a `time`.
 */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { BadTrack } from './bad-track.ts';
import { type Fields, fieldsOf, parseJson } from './json-fields.ts';
import { accuracyOf, instantOf, lonLatOf } from './track-fields.ts';

/** @throws BadTrack with the JSON pointer of what is wrong */
export function readGeoJsonTrack(text: string): TrackPoint[] {
  const document = fieldsOf(parseJson(text));
  const points = featuresOf(document).flatMap(([feature, path]) => pointsOf(feature, path));
  if (points.length === 0) throw new BadTrack('there is no line or point with times in it');
  return points;
}

function featuresOf(document: Fields): [Fields, string][] {
  if (document.type === 'Feature') return [[document, '']];
  if (document.type !== 'FeatureCollection' || !Array.isArray(document.features))
    throw new BadTrack('/type: it is neither a Feature nor a FeatureCollection');
  return document.features.map((each, index) => [fieldsOf(each), `/features/${index}`]);
}

function pointsOf(feature: Fields, path: string): TrackPoint[] {
  const { type, coordinates } = fieldsOf(feature.geometry);
  const properties = fieldsOf(feature.properties);
  if (type === 'Point') return [pointOf(coordinates, properties.time, properties.accuracy, path)];
  const extra = fieldsOf(properties.coordinateProperties);
  const times = extra.times ?? properties.coordTimes ?? properties.times;
  if (type === 'LineString') return lineOf(coordinates, times, path);
  if (type !== 'MultiLineString' || !Array.isArray(coordinates)) return [];
  return coordinates.flatMap((line: unknown, index) =>
    lineOf(line, Array.isArray(times) ? times[index] : undefined, `${path}, line ${index + 1}`),
  );
}

function lineOf(line: unknown, times: unknown, path: string): TrackPoint[] {
  if (!Array.isArray(line)) throw new BadTrack(`${path}/geometry: the line has no coordinates`);
  if (!Array.isArray(times)) throw new BadTrack(`${path}: the line has no times (coordTimes)`);
  if (times.length !== line.length)
    throw new BadTrack(`${path}: ${line.length} positions, but ${times.length} times`);
  return line.map((position: unknown, index) =>
    pointOf(position, times[index], null, `${path}, position ${index}`),
  );
}

function pointOf(position: unknown, time: unknown, accuracy: unknown, where: string): TrackPoint {
  const [lon, lat] = Array.isArray(position) ? (position as unknown[]) : [];
  const lonLat = lonLatOf(lon, lat, where);
  if (typeof time !== 'string') throw new BadTrack(`${where}: the time is missing`);
  return { at: instantOf(time, where), lonLat, accuracyM: accuracyOf(accuracy, where) };
}
