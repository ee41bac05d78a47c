/** Reads points from CSV with a heading: unit, time, lat, lon, accuracy in any order; unit and accuracy may be left out. */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { atLine, BadTrack } from './bad-track.ts';
import { textLines } from './text-lines.ts';
import { accuracyOf, instantOf, lonLatOf } from './track-fields.ts';
import { PointsByUnit, type UnitTrack } from './unit-track.ts';

const WANTED = ['time', 'lat', 'lon'] as const;

/** A field in quotes, in which a quote is doubled, or up to the next delimiter. */
const fieldPattern = (delimiter: string) =>
  new RegExp(`(?:^|${delimiter})(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'g');

/** @throws BadTrack with the line */
export function readTrackCsv(text: string): UnitTrack[] {
  const lines = textLines(text);
  const heading = lines.next().value?.text ?? '';
  const delimiter = [';', '\t'].find((each) => heading.includes(each)) ?? ',';
  const pattern = fieldPattern(delimiter);
  const split = (line: string) =>
    [...line.matchAll(pattern)].map(([, inQuotes, plain = '']) =>
      (inQuotes?.replaceAll('""', '"') ?? plain).trim(),
    );
  const names = split(heading).map((name) => name.toLowerCase());
  refuseMissing(names);
  const points = new PointsByUnit();
  for (const { text: line, number } of lines) {
    const fields = fieldsOf(names, split(line), number);
    points.add(fields('unit'), pointOf(fields, number), atLine(number));
  }
  const tracks = points.tracks();
  if (tracks.length > 0) return tracks;
  throw new BadTrack(atLine(2), { sv: 'det finns ingen punkt', en: 'there is no point in it' });
}

function refuseMissing(names: readonly string[]): void {
  const missing = WANTED.find((name) => !names.includes(name));
  if (!missing) return;
  throw new BadTrack(atLine(1), {
    sv: `det finns ingen kolumn ${missing} (CSV med unit, time, lat, lon, accuracy väntas)`,
    en: `there is no column ${missing} (CSV with unit, time, lat, lon, accuracy is expected)`,
  });
}

type FieldOf = (name: string) => string;

function fieldsOf(names: readonly string[], fields: readonly string[], line: number): FieldOf {
  if (fields.length === names.length) return (name) => fields[names.indexOf(name)] ?? '';
  throw new BadTrack(atLine(line), {
    sv: `${fields.length} fält under ${names.length} rubriker`,
    en: `${fields.length} fields under ${names.length} headings`,
  });
}

function pointOf(field: FieldOf, line: number): TrackPoint {
  const where = atLine(line);
  const decimal = (name: string) => field(name).replace(',', '.');
  return {
    at: instantOf(field('time'), where),
    lonLat: lonLatOf(decimal('lon'), decimal('lat'), where),
    accuracyM: accuracyOf(decimal('accuracy'), where),
  };
}
