import { describe, expect, it } from 'vitest';
import { daysOfStep } from '../../../web/coverage/pictures/step-period.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('the days of a step', () => {
  it.each([
    ['2026-W48', YEAR, '2026-11-23', '2026-11-29'],
    ['2026-W01', YEAR, '2026-01-01', '2026-01-04'],
    ['2026-W53', YEAR, '2026-12-28', '2026-12-31'],
    ['2025-W01', { from: '2024-12-30', to: '2025-01-31' }, '2024-12-30', '2025-01-05'],
    ['2028-02', { from: '2026-01-01', to: '2028-12-31' }, '2028-02-01', '2028-02-29'],
    ['2026-11', { from: '2026-01-01', to: '2026-11-10' }, '2026-11-01', '2026-11-10'],
  ])('%s are those that the period holds', (step, period, from, to) => {
    expect(daysOfStep(step, period)).toEqual({ from, to });
  });
});
