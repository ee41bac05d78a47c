/** Reads points from CSV with a heading: unit, time, lat, lon, accuracy in any order; unit and accuracy may be left out. */
import { BadTrack } from './bad-track.ts';
import { accuracyOf, instantOf, lonLatOf } from './track-fields.ts';
import { tracksByUnit, type UnitPoint, type UnitTrack } from './unit-track.ts';

const WANTED = ['time', 'lat', 'lon'] as const;

/** A field in quotes, in which a quote is doubled, or up to the next delimiter. */
const fieldPattern = (delimiter: string) =>
  new RegExp(`(?:^|${delimiter})(?:"((?:[^"]|"")*)"|([^${delimiter}]*))`, 'g');

/** @throws BadTrack with the line */
export function readTrackCsv(text: string): UnitTrack[] {
  const [heading = '', ...lines] = text.split(/\r?\n/);
  const delimiter = [';', '\t'].find((each) => heading.includes(each)) ?? ',';
  const split = (line: string) =>
    [...line.matchAll(fieldPattern(delimiter))].map(([, quoted, plain = '']) =>
      (quoted?.replaceAll('""', '"') ?? plain).trim(),
    );
  const names = split(heading).map((name) => name.toLowerCase());
  const missing = WANTED.find((name) => !names.includes(name));
  if (missing) throw new BadTrack(`line 1: there is no column ${missing}`);
  const points = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [pointOf(names, split(line), `line ${index + 2}`)],
  );
  if (points.length === 0) throw new BadTrack('line 2: there is no point in it');
  return tracksByUnit(points);
}

function pointOf(names: readonly string[], fields: readonly string[], where: string): UnitPoint {
  if (fields.length !== names.length)
    throw new BadTrack(`${where}: ${fields.length} fields under ${names.length} headings`);
  const field = (name: string) => fields[names.indexOf(name)] ?? '';
  const decimal = (name: string) => field(name).replace(',', '.');
  return {
    unit: field('unit'),
    at: instantOf(field('time'), where),
    lonLat: lonLatOf(decimal('lon'), decimal('lat'), where),
    accuracyM: accuracyOf(decimal('accuracy'), where),
  };
}
