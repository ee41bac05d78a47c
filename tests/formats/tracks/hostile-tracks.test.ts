/** Files made to break a reader, or broken by chance: each is read or refused on one line, within bounds. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadTrack } from '../../../server/formats/tracks/bad-track.ts';
import { readTrack } from '../../../server/formats/tracks/read-track.ts';
import { MOST_TRACK_BYTES } from '../../../server/formats/tracks/track-limits.ts';

const refusal = (text: string) => () => readTrack(Buffer.from(text));
const gpx = (content: string, doctype = '') =>
  `<?xml version="1.0"?>\n${doctype}<gpx version="1.1">${content}</gpx>`;
const laughs = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index};`.repeat(10)}">`,
).join('\n');

describe('refused, saying what and where, is', () => {
  test.each([
    [
      'an entity bomb',
      gpx('<name>&lol9;</name>', `<!DOCTYPE gpx [\n<!ENTITY lol0 "lol">\n${laughs}]>\n`),
      'the file defines entities of its own',
    ],
    [
      'an entity that names a file of the server',
      gpx('<name>&xxe;</name>', '<!DOCTYPE gpx [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'),
      'line 2: the file defines entities',
    ],
    [
      'an entity that names an address',
      gpx('', '<!DOCTYPE gpx [<!ENTITY % dtd SYSTEM "http://localhost/x.dtd"> %dtd;]>'),
      'line 2: the file defines entities',
    ],
    ['an entity that nobody defined', gpx('<name>&lol;</name>'), 'line 2: the XML is broken'],
    ['elements without end', gpx('<a>'.repeat(1e5)), 'line 2: the XML is broken: more than 64'],
    [
      'attributes without end',
      gpx(`<a ${Array.from({ length: 1e4 }, (_, index) => `a${index}=""`).join(' ')}/>`),
      'line 2: the XML is broken: more than 64 attributes',
    ],
    ['a name without end', gpx(`<${'a'.repeat(1e6)}/>`), 'line 2: the XML is broken: Max buffer'],
    ['brackets without end', `{"features":${'['.repeat(1e6)}`, 'more than 64 brackets'],
    ['a line without end', `time,lat,lon\n${'1,'.repeat(1e6)}`, 'line 2: the line is longer'],
    [
      'a patrol for every point',
      `unit,time,lat,lon\n${Array.from({ length: 300 }, (_, index) => `${index},2026-11-27T21:00:00Z,59,16`).join('\n')}`,
      'line 202: more than 200 units',
    ],
    ['a file of line ends', '\n'.repeat(1e6), 'line 1: it is empty'],
    ['a name that breaks the line', gpx('<a\n\n b>'), 'line 4: the XML is broken'],
  ])('%s', (_case, text, message) => {
    expect(refusal(text)).toThrow(message);
  });

  test('a file larger than what is read, before it is looked at', () => {
    const large = Buffer.alloc(MOST_TRACK_BYTES + 1, 'x');
    expect(() => readTrack(large)).toThrow('the file is 51 MB; at most 50 MB is read: split it up');
  });
});

test('a document type that declares no entity is no reason to refuse a track', () => {
  const point =
    '<trk><trkseg><trkpt lat="1" lon="2"><time>2026-11-27T21:00:00Z</time></trkpt></trkseg></trk>';
  expect(readTrack(Buffer.from(gpx(point, '<!DOCTYPE gpx>')))[0]?.points).toHaveLength(1);
});

const WHOLE = [
  gpx(
    '<trk><trkseg><trkpt lat="59.05" lon="16.58"><ele>1</ele><time>2026-11-27T21:00:00Z</time><hdop>1</hdop></trkpt></trkseg></trk>',
  ),
  '<kml><Placemark><gx:Track><when>2026-11-27T21:00:00Z</when><gx:coord>16.5 59 0</gx:coord></gx:Track></Placemark></kml>',
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"coordTimes":["2026-11-27T21:00:00Z"]},"geometry":{"type":"LineString","coordinates":[[16.5,59]]}}]}',
  'unit,time,lat,lon,accuracy\r\n"31-1410",2026-11-27T21:00:00Z,59.05,16.58,8\r\n',
  '{"unit":1,"time":"2026-11-27T21:00:00Z","lat":59.05,"lon":16.58,"accuracy":8}\n',
].map((text) => Buffer.from(text));

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 12 }),
  fc
    .constantFrom(
      'NaN',
      '1e999',
      '-0',
      '""',
      'null',
      '[]',
      '{}',
      '<',
      '>',
      '&',
      ']]>',
      '<!--',
      '\u0000',
    )
    .map((text) => Buffer.from(text)),
);

/** Cuts so much out of a file at a place and puts something else in. */
const spoiled = fc
  .record({ whole: fc.constantFrom(...WHOLE), from: share, length: share, by: bytes })
  .map(({ whole, from, length, by }) => {
    const start = Math.floor(from * whole.length);
    const end = start + Math.floor(length * length * (whole.length - start));
    return Buffer.concat([whole.subarray(0, start), by, whole.subarray(end)]);
  });

test('whatever the bytes, a file is read or refused on one line in both languages', () => {
  const check = (file: Uint8Array) => {
    try {
      readTrack(file);
    } catch (error) {
      expect(error).toBeInstanceOf(BadTrack);
      const { sv, en } = (error as BadTrack).said;
      for (const said of [sv, en]) expect(said).toMatch(/^.{5,300}$/);
    }
  };
  fc.assert(fc.property(spoiled, check), { numRuns: 5000 });
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 1000 });
});
