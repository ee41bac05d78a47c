/** Ten years at 20 visits a day: 73,000 visits, 8 hot spots, 120 months. */
import { expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { ALWAYS_IN_FORCE } from '#core/calendar/window.ts';
import { totals } from '#core/dosage/coverage-figures.ts';
import { mergeAll } from '#core/dosage/merge-blocks.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import { aVisit, aWindow } from './samples.ts';

const MONTHS = monthsOf({ from: '2026-01-01', to: '2035-12-31' });
const HOT_SPOTS = 8;
const windows = [0, 1, 2].map((index) => ({
  window: aWindow({ id: `window-${index}`, weekdays: [index + 1, index + 4] }),
  inForce: ALWAYS_IN_FORCE,
}));

/** 76 visits in a month at one place, of 3 to 25 minutes to the second. */
function monthOf(index: number) {
  const span = spanOfPeriod(SWEDISH_RULES, MONTHS[index % MONTHS.length]!);
  const visits = Array.from({ length: 76 }, (_, visit) => {
    const at = new Date(span.from + visit * 8.8 * 3_600_000).toISOString();
    return aVisit(`${index}-${visit}`, at, 3 + ((index * 7919 + visit * 104_729) % 1320) / 60);
  });
  return {
    span,
    visits,
    slots: [],
    windows,
    now: span.to + 1e10,
    rules: SWEDISH_RULES,
    hours: null,
  };
}

it('ten years’ report, merged from kept blocks, has every visit', () => {
  const inputs = Array.from({ length: HOT_SPOTS }, () => MONTHS.map((_, index) => monthOf(index)));
  const merged = inputs.map((months) => mergeAll(months.map(summariseBlock)));
  const { visits } = totals(merged);
  expect(visits.dose + visits.short).toBe(HOT_SPOTS * 120 * 76);
});
