import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSweref } from '#core/geo/sweref.ts';
import { numberOf, readPosition } from '#core/incidents/position.ts';
import type { LonLat } from '#core/model.ts';

const FLEN: LonLat = [16.588, 59.0575];

describe('where it happened', () => {
  it('is the same in SWEREF 99 TM as in degrees: the check points', () => {
    const read = readPosition('591 127,4', '6 547 571,9', 'sweref99tm', FLEN);
    expect(read).toMatchObject({ ok: true });
    const [lon, lat] = read.ok ? read.lonLat : [0, 0];
    expect(lon).toBeCloseTo(16.5889, 5);
    expect(lat).toBeCloseTo(59.0578, 5);
    const other = readPosition('500000.0', '6540052.0', 'sweref99tm', null);
    expect(other.ok && other.lonLat[0]).toBeCloseTo(15, 5);
    expect(other.ok && other.lonLat[1]).toBeCloseTo(59, 5);
  });

  it.each([
    ['N for E', '6547571.9', '591127.4', 'sweref99tm', 'swapped'],
    ['latitude for longitude', '59.0578', '16.5889', 'wgs84', 'swapped'],
    ['metres as degrees', '591127', '6547571', 'wgs84', 'wrong-grid'],
    ['degrees as metres', '16.5889', '59.0578', 'sweref99tm', 'wrong-grid'],
    ['RT 90', '1546000', '6549000', 'sweref99tm', 'wrong-grid'],
    ['a municipal zone, SWEREF 99 16 30', '155000', '6549000', 'sweref99tm', 'wrong-grid'],
    ['Gothenburg', '11.97', '57.7', 'wgs84', 'too-far'],
    ['nothing', '', '59.05', 'wgs84', 'no-position'],
    ['null island', '0', '0', 'wgs84', 'no-position'],
    ['words', 'torget', '59.05', 'wgs84', 'bad-position'],
    ['no place on earth', '16.5', '159', 'wgs84', 'bad-position'],
  ] as const)('%s is told by name', (_case, x, y, grid, fault) => {
    expect(readPosition(x, y, grid, FLEN)).toEqual({ ok: false, fault });
  });

  it('comes back from metres within a decimetre, anywhere in the area', () => {
    const near = fc.record({
      lon: fc.double({ min: 16.2, max: 17, noNaN: true }),
      lat: fc.double({ min: 58.9, max: 59.2, noNaN: true }),
    });
    fc.assert(
      fc.property(near, ({ lon, lat }) => {
        const { north, east } = toSweref([lon, lat]);
        const read = readPosition(east.toFixed(2), north.toFixed(2), 'sweref99tm', FLEN);
        expect(read.ok && Math.abs(read.lonLat[0] - lon)).toBeLessThan(2e-6);
        expect(read.ok && Math.abs(read.lonLat[1] - lat)).toBeLessThan(1e-6);
      }),
    );
  });

  it.each([
    ['6 547 571,9', 6547571.9],
    ['59.0578', 59.0578],
    ['−73,9', -73.9],
    ['1e3', 1000],
    ['0x10', Number.NaN],
    ['12 m', Number.NaN],
  ])('%s as a number', (text, value) => expect(numberOf(text)).toBe(value));
});
