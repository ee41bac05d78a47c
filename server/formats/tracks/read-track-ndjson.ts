/** Reads points from NDJSON: on each line an object with unit, time, lat, lon and accuracy in metres. */
import { atLine } from './bad-track.ts';
import { fieldsOf, parseJson } from './json-fields.ts';
import { textLines } from './text-lines.ts';
import { accuracyOf, instantOf, lonLatOf } from './track-fields.ts';
import { PointsByUnit, type UnitTrack } from './unit-track.ts';

/** @throws BadTrack with the line */
export function readTrackNdjson(text: string): UnitTrack[] {
  const points = new PointsByUnit();
  for (const line of textLines(text)) {
    const where = atLine(line.number);
    const { unit, time, lat, lon, accuracy } = fieldsOf(parseJson(line.text, where));
    const point = {
      at: instantOf(time, where),
      lonLat: lonLatOf(lon, lat, where),
      accuracyM: accuracyOf(accuracy, where),
    };
    const name = typeof unit === 'string' || typeof unit === 'number' ? String(unit) : '';
    points.add(name, point, where);
  }
  return points.tracks();
}
