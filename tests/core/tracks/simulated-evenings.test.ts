/** Visits found in evenings whose true visits are known. The bounds leave room below what was measured; see the commit. */
import { expect, test } from 'vitest';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import { agreementOf, figuresOf } from '../../../scripts/tracks/agreement.ts';
import { BAD_PHONE, type Phone, simulatedEvening, TOWN } from './simulated-evening.ts';

const EVENINGS = 12;
const GOOD_PHONE = { ...BAD_PHONE, errorM: 6, jumpsAnHour: 4, longestGapS: 300, unruly: 0 };
const WORST_PHONE = { ...BAD_PHONE, errorM: 15 };

function figures(phone: Phone) {
  return figuresOf(
    Array.from({ length: EVENINGS }, (_, seed) => {
      const { points, visits } = simulatedEvening(7000 + seed, phone);
      return agreementOf(visits, detectVisits(TOWN, points));
    }),
  );
}

test.each([
  ['a good phone', { ...GOOD_PHONE, everyS: 5 }, 0.97, 20],
  ['a good phone that fixes twice a minute', { ...GOOD_PHONE, everyS: 30 }, 0.95, 20],
  ['a bad phone', { ...BAD_PHONE, everyS: 5 }, 0.95, 35],
  ['a bad phone that fixes twice a minute', { ...BAD_PHONE, everyS: 30 }, 0.93, 40],
  ['the worst phone', { ...WORST_PHONE, everyS: 10 }, 0.92, 40],
])('the visits of %s are found', (_phone, phone, leastF1, mostErrorS) => {
  const { f1, dwellErrorS } = figures(phone);
  expect(f1).toBeGreaterThanOrEqual(leastF1);
  expect(dwellErrorS).toBeLessThanOrEqual(mostErrorS);
});
