/** Reads tracks in whichever format the content shows it to be, since extensions lie. */
import { atLine, BadTrack } from './bad-track.ts';
import { decodeTrack } from './decode-track.ts';
import { readGeoJsonTrack } from './read-geojson-track.ts';
import { readTrackCsv } from './read-track-csv.ts';
import { readTrackNdjson } from './read-track-ndjson.ts';
import { readXmlTrack } from './read-xml-track.ts';
import { tooLarge } from './track-limits.ts';
import type { UnitTrack } from './unit-track.ts';

/**
 * GPX, KML, GeoJSON, CSV or NDJSON; a track for each patrol in it, in order of time whatever the order in the file.
 * @throws BadTrack, and nothing else whatever the bytes
 */
export function readTrack(bytes: Uint8Array): UnitTrack[] {
  const size = tooLarge(bytes.length);
  if (size) throw new BadTrack(null, size);
  return parse(decodeTrack(bytes)).map(({ unit, points }) => ({
    unit,
    points: points.toSorted((one, other) => one.at - other.at),
  }));
}

function parse(text: string): UnitTrack[] {
  const content = text.trimStart();
  if (content === '') throw new BadTrack(atLine(1), { sv: 'den är tom', en: 'it is empty' });
  if (content.startsWith('<')) return [{ unit: null, points: readXmlTrack(text) }];
  if (content.startsWith('[')) throw new BadTrack(atLine(1), JSON_LIST);
  if (!content.startsWith('{')) return readTrackCsv(text);
  return isGeoJson(content)
    ? [{ unit: null, points: readGeoJsonTrack(text) }]
    : readTrackNdjson(text);
}

const JSON_LIST = {
  sv: 'det är en lista i JSON: skriv ett objekt per rad (NDJSON), eller GeoJSON',
  en: 'it is a list in JSON: write an object on each line (NDJSON), or GeoJSON',
};

const GEOJSON =
  /"(?:features|geometry|coordinates)"|"type"\s*:\s*"(?:Feature|FeatureCollection|Point|LineString|Polygon|Multi\w+)"/;

/** A line of NDJSON is a whole object; GeoJSON goes on after the first line, or shows itself on it. */
function isGeoJson(content: string): boolean {
  const [first = ''] = content.split('\n', 1);
  return first.trim() === '{' || GEOJSON.test(first.slice(0, 10_000));
}
