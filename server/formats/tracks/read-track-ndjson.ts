/** Reads points from NDJSON: on each line an object with unit, time, lat, lon and accuracy in metres. */
import { BadTrack } from './bad-track.ts';
import { fieldsOf, parseJson } from './json-fields.ts';
import { accuracyOf, instantOf, lonLatOf } from './track-fields.ts';
import { tracksByUnit, type UnitPoint, type UnitTrack } from './unit-track.ts';

/** @throws BadTrack with the line */
export function readTrackNdjson(text: string): UnitTrack[] {
  const points = text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [pointOf(line, `line ${index + 1}`)]));
  return tracksByUnit(points);
}

function pointOf(line: string, where: string): UnitPoint {
  const { unit, time, lat, lon, accuracy } = fieldsOf(parseLine(line, where));
  if (typeof time !== 'string') throw new BadTrack(`${where}: the time is missing`);
  return {
    unit: typeof unit === 'string' || typeof unit === 'number' ? String(unit) : '',
    at: instantOf(time, where),
    lonLat: lonLatOf(lon, lat, where),
    accuracyM: accuracyOf(accuracy, where),
  };
}

function parseLine(line: string, where: string): unknown {
  try {
    return parseJson(line);
  } catch (error) {
    throw new BadTrack(`${where}: ${error instanceof Error ? error.message : ''}`);
  }
}
