import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import type { Mapping } from '#core/incidents/columns.ts';
import { readIncidents } from '#core/incidents/read-incidents.ts';
import { readCsv } from '../../../server/formats/incidents/read-csv.ts';
import { csvOfIncidents, randomIncidents } from '../../support/sample-incidents.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z');
const SPAN = { from: Date.parse('2024-01-01'), to: Date.parse('2026-11-01') };
const HARM = {
  version: 1,
  name: 'x',
  categories: [
    { code: 'violence', name: 'Våld', weight: 60, words: ['misshandel'] },
    { code: 'theft', name: 'Stöld', weight: 10, words: [] },
    { code: 'other', name: 'Övrigt', weight: 1, words: [] },
  ],
};
const rules = { calendar: SWEDISH_RULES, center: [16.588, 59.0575] as const, harm: HARM, now: NOW };
const MAPPING: Mapping = {
  from: 2,
  fromTime: null,
  to: 3,
  toTime: null,
  y: 4,
  x: 5,
  category: 1,
  count: 6,
  grid: 'wgs84',
  dateOrder: 'dmy',
};

const read = (text: string) => readIncidents(readCsv(text, 10_000), MAPPING, rules);
const HEADING = 'nr;vad;från;till;lat;lon;antal\n';
const readRow = (row: string) => read(`${HEADING}${row}`);

describe('rows become incidents', () => {
  it('with what was written in the file, whatever was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 1, max: 60 }),
        (seed, count) => {
          const made = randomIncidents(seed, count, SPAN);
          const { incidents, refusals } = read(csvOfIncidents(made));
          expect(refusals).toEqual([]);
          expect(incidents.map(({ lonLat, count: times }) => ({ lonLat, times }))).toEqual(
            made.map(({ lonLat, count: times }) => ({ lonLat, times })),
          );
          // A time that an autumn night has twice is read as the first: an hour earlier for half of those.
          const late = incidents.map(({ from }, index) => (made[index]?.from ?? 0) - from);
          expect(late.every((ms) => ms === 0 || ms === 3_600_000)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('known again by the same key in whatever order and company they come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const made = randomIncidents(seed, 40, SPAN);
        const keys = (text: string) => new Set(read(text).incidents.map(({ key }) => key));
        const all = keys(csvOfIncidents(made));
        expect(keys(csvOfIncidents(made.toReversed()))).toEqual(all);
        for (const key of keys(csvOfIncidents(made.slice(10, 25)))) expect(all).toContain(key);
      }),
      { numRuns: 40 },
    );
  });

  it('two of the same kind, time and place are two where the file tells them apart, one where not', () => {
    const row = ';Stöld;2026-10-01 12:00;;59.0575;16.589;1';
    const apart = read(`${HEADING}K1${row}\nK2${row}`);
    expect(new Set(apart.incidents.map(({ key }) => key)).size).toBe(2);
    const alike = read(`${HEADING}K1${row}\nK1${row}`);
    expect(alike.incidents).toHaveLength(1);
    expect(alike.doubles).toEqual([{ line: 3, sameAs: 2 }]);
  });

  it('of the category whose word the file uses', () => {
    const kinds = ['Misshandel, ute', 'stöld', 'Jaktbrott', ''];
    const rows = kinds.map((kind, index) => `${index};${kind};2026-10-01 12:00;;59.0575;16.589;1`);
    const { incidents } = read(HEADING + rows.join('\n'));
    expect(incidents.map(({ category }) => category)).toEqual([
      'violence',
      'theft',
      'other',
      'other',
    ]);
  });

  it.each([
    ['no-time', '1;x;;;59.0575;16.589;1'],
    ['no-time', '1;x;okänd;;59.0575;16.589;1'],
    ['bad-time', '1;x;2026-02-30;;59.0575;16.589;1'],
    ['bad-end', '1;x;2026-02-01;sen;59.0575;16.589;1'],
    ['ends-before-start', '1;x;2026-02-02 10:00;2026-02-01 10:00;59.0575;16.589;1'],
    ['too-long', '1;x;2024-01-01;2026-01-01;59.0575;16.589;1'],
    ['in-future', '1;x;2027-01-01 10:00;;59.0575;16.589;1'],
    ['swapped', '1;x;2026-02-01;;16.589;59.0575;1'],
    ['too-far', '1;x;2026-02-01;;57.7;11.97;1'],
    ['bad-count', '1;x;2026-02-01;;59.0575;16.589;0'],
    ['bad-count', '1;x;2026-02-01;;59.0575;16.589;1,5'],
    ['formula', '1;=HYPERLINK("http://x");2026-02-01;;59.0575;16.589;1'],
  ])('or are refused: %s', (fault, row) => {
    expect(readRow(row)).toMatchObject({ incidents: [], refusals: [{ line: 2, fault }] });
  });
});
