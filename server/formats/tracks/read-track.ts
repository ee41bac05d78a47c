/** Reads tracks in whichever format the content shows it to be, since extensions lie. */
import { BadTrack } from './bad-track.ts';
import { readGeoJsonTrack } from './read-geojson-track.ts';
import { readGpx } from './read-gpx.ts';
import { readTrackCsv } from './read-track-csv.ts';
import { readTrackNdjson } from './read-track-ndjson.ts';
import type { UnitTrack } from './unit-track.ts';

/** GPX, GeoJSON, CSV or NDJSON; a track for each patrol in it, in order of time whatever the order in the file. @throws BadTrack */
export function readTrack(bytes: Uint8Array): UnitTrack[] {
  return parse(decoded(bytes)).map(({ unit, points }) => ({
    unit,
    points: points.toSorted((one, other) => one.at - other.at),
  }));
}

/** Without the byte order mark. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    throw new BadTrack('byte 1: it is compressed (gzip); unpack it first');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadTrack('it is no text in UTF-8');
  }
}

function parse(text: string): UnitTrack[] {
  const content = text.trimStart();
  if (content === '') throw new BadTrack('line 1: it is empty');
  if (content.startsWith('<')) return [{ unit: null, points: readGpx(text) }];
  if (!content.startsWith('{')) return readTrackCsv(text);
  return isGeoJson(content)
    ? [{ unit: null, points: readGeoJsonTrack(text) }]
    : readTrackNdjson(text);
}

/** A line of NDJSON is a whole object without a type; GeoJSON has one, or goes on after the first line. */
function isGeoJson(content: string): boolean {
  const [first = ''] = content.split('\n', 1);
  return first.trim() === '{' || /"(?:type|features)"/.test(first);
}
