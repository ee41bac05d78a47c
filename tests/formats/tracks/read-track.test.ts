import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readTrack } from '../../../server/formats/tracks/read-track.ts';
import { utc } from '../../core/instant.ts';

const read = (text: string) => readTrack(new TextEncoder().encode(text));
const refusal = (text: string) => () => read(text);

const gpx = (points: string, version = '1.1') =>
  `<?xml version="1.0"?>\n<gpx version="${version}"><trk><trkseg>\n${points}\n</trkseg></trk></gpx>`;
const POINT = '<trkpt lat="59.0575" lon="16.5878"><time>2026-11-27T21:00:00Z</time></trkpt>';
const AT = utc('2026-11-27T21:00:00Z');
const READ = { at: AT, lonLat: [16.5878, 59.0575], accuracyM: null };

const lineString = (times: readonly string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { coordTimes: times },
        geometry: { type: 'LineString', coordinates: times.map(() => READ.lonLat) },
      },
    ],
  });

const kml = (content: string) =>
  `<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\n${content}\n</kml>`;
const WHEN = '<when>2026-11-27T21:00:00Z</when>';
const COORD = '<gx:coord>16.5878 59.0575 31.0</gx:coord>';
const TRACK = `<Placemark><gx:Track>${WHEN}${COORD}</gx:Track></Placemark>`;

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('the same point is read', () => {
  test.each([
    ['GPX 1.1', gpx(POINT)],
    ['GPX 1.0 with a byte order mark', `\uFEFF${gpx(POINT, '1.0')}`],
    ['GPX with a prefix', gpx(POINT.replaceAll('trkpt', 'g:trkpt').replaceAll('time', 'g:time'))],
    ['GPX in local time', gpx(POINT.replace('21:00:00Z', '22:00:00+01:00'))],
    ['GPX without a zone, which is UTC', gpx(POINT.replace('00Z', '00'))],
    ['KML with a gx:Track', kml(TRACK)],
    ['KML 2.3', kml(TRACK.replaceAll('gx:', ''))],
    [
      'KML with a gx:MultiTrack',
      kml(`<gx:MultiTrack><gx:Track>${WHEN}${COORD}</gx:Track><gx:Track/></gx:MultiTrack>`),
    ],
    [
      'KML with a point and its time stamp',
      kml(
        `<Placemark><TimeStamp>${WHEN}</TimeStamp><Point><coordinates>16.5878,59.0575,0</coordinates></Point></Placemark>`,
      ),
    ],
    ['KML with a line beside its track', kml(`<LineString></LineString>${TRACK}`)],
    ['KML with Windows line ends', kml(TRACK).replaceAll('\n', '\r\n')],
    [
      'NDJSON that names a type',
      '{"type":"fix","time":"2026-11-27T21:00:00Z","lat":59.0575,"lon":16.5878}',
    ],
    ['GeoJSON with coordTimes', lineString(['2026-11-27T21:00:00Z'])],
    ['GeoJSON with times', lineString(['2026-11-27T21:00:00Z']).replace('coordTimes', 'times')],
    ['CSV', 'unit,time,lat,lon,accuracy\n3110,2026-11-27T21:00:00Z,59.0575,16.5878,\n'],
    ['Swedish CSV', 'Time;Lat;Lon\r\n"2026-11-27 21:00:00";59,0575;16,5878\r\n'],
    ['NDJSON', '{"time":"2026-11-27T21:00:00Z","lat":59.0575,"lon":16.5878}\n'],
  ])('from %s', (_format, text) => {
    expect(read(text).map(({ points }) => points)).toEqual([[expect.objectContaining(READ)]]);
  });
});

test('the same point is read whatever the encoding', () => {
  const written = gpx(`<!-- Västra torget -->${POINT}`);
  const latin1 = written.replace('version="1.0"?', 'version="1.0" encoding="ISO-8859-1"?');
  const files = [utf16(written, true), utf16(written, false), Buffer.from(latin1, 'latin1')];
  for (const file of files) expect(readTrack(file)[0]?.points).toEqual([READ]);
});

test('a position that the receiver did not have is passed over in KML', () => {
  const track = `<gx:Track>${WHEN}${WHEN}${COORD}<gx:coord/></gx:Track>`;
  expect(read(kml(track))[0]?.points).toEqual([READ]);
});

test('the phone’s own word for its error is kept, five metres for each HDOP', () => {
  const [fromGpx] = read(gpx(POINT.replace('</time>', '</time><hdop>1.4</hdop>')));
  expect(fromGpx?.points[0]?.accuracyM).toBe(7);
  const [fromCsv] = read('time,lat,lon,accuracy\n2026-11-27T21:00:00Z,59,16,12.5');
  expect(fromCsv?.points[0]?.accuracyM).toBe(12.5);
});

test('each patrol in a file has a track of its own, in order of time', () => {
  const lines = ['B,2026-11-27T21:00:20Z', 'A,2026-11-27T21:00:10Z', 'B,2026-11-27T21:00:00Z'];
  const csv = ['unit,time,lat,lon', ...lines.map((line) => `${line},59,16`)].join('\n');
  const tracks = read(csv).map(({ unit, points }) => [unit, points.map(({ at }) => at - AT)]);
  expect(tracks).toEqual([
    ['B', [0, 20_000]],
    ['A', [10_000]],
  ]);
});

test('a recorded point without a time is passed over', () => {
  expect(read(gpx(`${POINT}<trkpt lat="1" lon="2"/>${POINT}`))[0]?.points).toEqual([READ, READ]);
});

describe('refused, saying what and where, is', () => {
  test.each([
    ['GPX that ends in the middle', gpx(POINT).slice(0, 120), 'line 3: the XML ends'],
    ['GPX with a wrong end', gpx('</trk>'), 'line 3: the XML is broken'],
    ['GPX 1.2', gpx(POINT, '1.2'), 'line 2: the <gpx> has version "1.2"'],
    ['another XML', '<tcx></tcx>', 'line 1: it begins with <tcx>'],
    [
      'GPX without any time',
      gpx('<trkpt lat="1" lon="2"/>'),
      'line 3: 1 of 1 track points have no time',
    ],
    ['GPX without points', gpx(''), 'line 4: it ends without a track point'],
    ['KML that is a drawing', kml('<LineString/>'), 'line 2: the line (LineString) has no times'],
    ['KML without a track', kml('<Document/>'), 'line 3: it ends without a track with times'],
    [
      'KML with a time too many',
      kml(TRACK.replace(WHEN, WHEN + WHEN)),
      'line 2: the track has 2 times (when), but 1 positions',
    ],
    [
      'KML with a word for a time',
      kml(TRACK.replace('2026-', '')),
      'line 2: "11-27T21:00:00Z" is no',
    ],
    ['KML with NaN', kml(TRACK.replace('16.5878', 'NaN')), 'line 2: no longitude: "NaN"'],
    ['a latitude beyond the pole', gpx(POINT.replace('59.', '95.')), 'line 3: no latitude'],
    ['a word for a longitude', gpx(POINT.replace('16.5878', 'x')), 'line 3: no longitude: "x"'],
    ['a day that is none', gpx(POINT.replace('2026-11', '2026-13')), 'line 3: "2026-13-27'],
    [
      'GeoJSON without times',
      lineString(['']).replace('coordTimes', 'x'),
      '/features/0/geometry/coordinates: the line has no',
    ],
    ['GeoJSON cut short', lineString(['2026-11-27T21:00:00Z']).slice(0, 90), 'the JSON is broken'],
    ['CSV without a column', 'time,lat\n', 'line 1: there is no column lon'],
    ['CSV with a short line', 'time,lat,lon\n2026-11-27T21:00:00Z,59', 'line 2: 2 fields'],
    ['NDJSON with a broken line', '{"time":"x"\n', 'line 1: the JSON is broken'],
    ['NDJSON without a time', '{"lat":1,"lon":2}\n', 'line 1: the time is missing'],
    ['a list in JSON', '[{"lat":1}]', 'line 1: it is a list in JSON'],
    ['no file', '', 'line 1: it is empty'],
    ['an empty file', ' \n', 'line 1: it is empty'],
  ])('%s', (_case, text, message) => {
    expect(refusal(text)).toThrow(message);
  });

  test('a compressed file, and one that is no text', () => {
    expect(() => readTrack(gzipSync(gpx(POINT)))).toThrow('gzip');
    expect(() => readTrack(Buffer.from('PK\u0003\u0004doc.kml'))).toThrow('zip, KMZ): unpack it');
    expect(() => readTrack(Uint8Array.of(0x3c, 0xff, 0xfe))).toThrow('UTF-8');
  });
});
