import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPosition, readPositions, writePositions } from '../../../web/walks/read-positions.ts';

test.each([
  ['59.0578, 16.5889'],
  ['59.0578,16.5889'],
  ['59,0578; 16,5889'],
  ['59,0578, 16,5889'],
  ['59,0578 16,5889'],
  [' 59.0578\t16.5889 '],
])('%s is read as latitude and longitude, whichever comma is meant', (line) => {
  expect(readPosition(line)).toEqual([16.5889, 59.0578]);
});

test.each([['59,16'], ['59.0578'], ['vid stationen'], ['91, 16.5'], ['59.1, 16.5, 3'], ['']])(
  '%s is not guessed at',
  (line) => {
    expect(readPosition(line)).toBeNull();
  },
);

test('what is written is read back, to the decimetre', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(degrees(180), degrees(90))), (positions) => {
      const read = readPositions(writePositions(positions));
      if (read.kind === 'bad') throw new Error(`line ${read.line}`);
      expect(read.positions).toHaveLength(positions.length);
      for (const [index, [lon, lat]] of read.positions.entries()) {
        expect(Math.abs(lon - (positions[index]?.[0] ?? 0))).toBeLessThan(1e-6);
        expect(Math.abs(lat - (positions[index]?.[1] ?? 0))).toBeLessThan(1e-6);
      }
    }),
  );
});

test('the line that cannot be read is named, blank ones left out', () => {
  expect(readPositions('59.1, 16.1\n\n59.2, 16.2\nhär')).toEqual({ kind: 'bad', line: 4 });
});
