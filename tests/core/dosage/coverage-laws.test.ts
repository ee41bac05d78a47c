import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/calendar-date.ts';
import { overlaps } from '#core/calendar/interval.ts';
import { operationalDateOf, startOfOperationalDate } from '#core/calendar/local-time.ts';
import { figuresOf } from '#core/dosage/coverage-figures.ts';
import { type CoverageInput, readingSpan } from '#core/dosage/coverage-input.ts';
import { mergeAll, mergeBlocks } from '#core/dosage/merge-blocks.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import type { TimeSpan } from '#core/model.ts';
import { history } from './random-history.ts';
import { slowCoverage } from './slow-coverage.ts';

function partOf(input: CoverageInput, span: TimeSpan): CoverageInput {
  const reading = readingSpan(span);
  return {
    ...input,
    span,
    slots: input.slots.filter(({ startsAt }) => span.from <= startsAt && startsAt < span.to),
    visits: input.visits.filter((visit) =>
      overlaps({ from: visit.startedAt, to: visit.endedAt ?? Number.POSITIVE_INFINITY }, reading),
    ),
  };
}

/** The input cut at the starts of operational days, each part with only what it must read. */
function partsOf(input: CoverageInput, cuts: readonly number[]): CoverageInput[] {
  const first = operationalDateOf(input.rules, input.span.from);
  const inside = [...new Set(cuts)]
    .sort((a, b) => a - b)
    .map((days) => startOfOperationalDate(input.rules, addDays(first, days)));
  const edges = [input.span.from, ...inside, input.span.to];
  return edges.slice(1).map((to, index) => partOf(input, { from: edges[index]!, to }));
}

const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

/** One order for each number, so that fast-check can shrink it. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((one, index) => ({ one, key: ((index + 1) * (seed * 2 + 1)) % 101 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}

describe('coverage', () => {
  it('is what counting minute by minute gives', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(history, (input) => {
        expect(figuresOf(summariseBlock(input))).toEqual(slowCoverage(input));
      }),
      { numRuns: 200 },
    );
  });

  it('of a period is that of its parts added up, wherever it is cut', () => {
    fc.assert(
      fc.property(history, cuts, (input, at) => {
        const merged = mergeAll(partsOf(input, at).map(summariseBlock));
        expect(merged).toEqual(summariseBlock(input));
      }),
      { numRuns: 300 },
    );
  });

  it('adds up the same however the parts are grouped', () => {
    fc.assert(
      fc.property(history, (input) => {
        const [a, b, c] = partsOf(input, [1, 3]).map(summariseBlock);
        const left = mergeBlocks(mergeBlocks(a!, b!), c!);
        expect(mergeBlocks(a!, mergeBlocks(b!, c!))).toEqual(left);
      }),
    );
  });

  it('does not depend on the order in which rows come', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 49 }), (input, seed) => {
        const other = summariseBlock({
          ...input,
          visits: shuffled(input.visits, seed),
          windows: shuffled(input.windows, seed),
          slots: shuffled(input.slots, seed),
        });
        expect(other).toEqual(summariseBlock(input));
      }),
    );
  });

  it('survives being kept as JSON', () => {
    fc.assert(
      fc.property(history, (input) => {
        const block = summariseBlock(input);
        expect(JSON.parse(JSON.stringify(block))).toEqual(block);
      }),
    );
  });

  it('never falls in minutes when one more visit is made', () => {
    fc.assert(
      fc.property(history, (input) => {
        const fewer = summariseBlock({ ...input, visits: input.visits.slice(1) });
        const more = summariseBlock(input);
        // A visit may turn the pass-through beside it into part of a longer stay, never the other way.
        expect(more.delivered.ms).toBeGreaterThanOrEqual(fewer.delivered.ms);
      }),
    );
  });
});
