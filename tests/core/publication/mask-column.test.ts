import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MaskedColumn, maskColumn } from '#core/publication/mask-column.ts';
import { FEWEST_SHOWN, isFew, type ShownCount } from '#core/publication/shown-count.ts';

const word = (shown: ShownCount) =>
  shown.kind === 'count' ? shown.count : shown.kind === 'few' ? '<5' : '–';
const words = ({ cells, sum }: MaskedColumn) => [...cells.map(word), word(sum)];
const inOrder = (counts: readonly number[]) => counts.map((_, row) => row);
const masked = (counts: readonly number[]) => words(maskColumn(counts, inOrder(counts)));

describe('a column with its sum', () => {
  it('is shown as it is where no count is small', () => {
    expect(masked([0, 17, 192])).toEqual([0, 17, 192, 209]);
  });

  it('hides a small count and one more, so that the sum does not tell it', () => {
    expect(masked([3, 17, 192])).toEqual(['<5', '–', 192, 212]);
  });

  it('withholds by the given order, whatever the counts', () => {
    expect(words(maskColumn([3, 17, 192], [2, 1, 0]))).toEqual(['<5', 17, '–', 212]);
  });

  it('withholds another where the first leaves too little room', () => {
    expect(masked([1, 5, 40])).toEqual(['<5', '–', '–', 46]);
  });

  it('gives the sum up where there is nothing more to withhold', () => {
    expect(masked([1, 5])).toEqual(['<5', '–', '–']);
    expect(masked([4, 4, 0])).toEqual(['<5', '<5', 0, '–']);
  });

  it('gives the sum up where each small count would be told by how small it is', () => {
    expect(masked([1, 1, 1, 1])).toEqual(['<5', '<5', '<5', '<5', '–']);
  });

  it('shows zero as zero', () => {
    expect(masked([0, 0])).toEqual([0, 0, 0]);
  });
});

/** Every column of so many rows with counts up to `most`, by what the reader sees of it. */
function columnsByPage(rows: number, most: number): Map<string, number[][]> {
  const pages = new Map<string, number[][]>();
  const total = (most + 1) ** rows;
  for (let index = 0; index < total; index++) {
    const counts = Array.from(
      { length: rows },
      (_, row) => Math.floor(index / (most + 1) ** row) % (most + 1),
    );
    const page = JSON.stringify(masked(counts));
    pages.set(page, [...(pages.get(page) ?? []), counts]);
  }
  return pages;
}

describe('a reader who knows the rule and tries every column that gives the page', () => {
  it.each([
    [1, 12],
    [2, 16],
    [3, 14],
    [4, 9],
  ])('finds two values or more for each hidden count of %i rows', (rows, most) => {
    const told = [...columnsByPage(rows, most)].flatMap(([page, columns]) => {
      const [first = []] = columns;
      // At the edge of what was tried the neighbour may be a column that was not.
      const isWhole = columns.some((counts) => counts.every((count) => count < most));
      const small = first.flatMap((count, row) => (isFew(count) ? [row] : []));
      const pinned = small.filter((row) => new Set(columns.map((one) => one[row])).size < 2);
      return isWhole && pinned.length > 0 ? [page] : [];
    });
    expect(told).toEqual([]);
  });
});

const count = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300 }));

/** Columns that differ from `counts` in this row and, to keep the sum, in one other. */
function neighbours(counts: readonly number[], row: number): number[][] {
  const moves = [-1, 1].flatMap((by) => [null, ...inOrder(counts)].map((to) => ({ by, to })));
  return moves
    .filter(({ to }) => to !== row)
    .map(({ by, to }) => counts.map((it, at) => (at === row ? it + by : at === to ? it - by : it)))
    .filter((other) => other.every((it) => it >= 0));
}

describe('any column', () => {
  it('could be another one with the same page, for each hidden count', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 40 }), (counts) => {
        const page = JSON.stringify(masked(counts));
        for (const row of inOrder(counts).filter((one) => isFew(counts[one] ?? 0))) {
          const twin = neighbours(counts, row).find(
            (other) => JSON.stringify(masked(other)) === page,
          );
          expect(twin, `row ${row} of ${counts.join(' ')}`).toBeDefined();
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('never shows a count from one to four', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 40 }), (counts) => {
        const { cells, sum } = maskColumn(counts, inOrder(counts));
        const shown = [...cells, sum].flatMap((it) => (it.kind === 'count' ? [it.count] : []));
        expect(shown.filter((it) => 0 < it && it < FEWEST_SHOWN)).toEqual([]);
      }),
    );
  });

  it('has its true sum where it has one', () => {
    fc.assert(
      fc.property(fc.array(count, { maxLength: 40 }), (counts) => {
        const { sum } = maskColumn(counts, inOrder(counts));
        fc.pre(sum.kind === 'count');
        expect(sum.kind === 'count' && sum.count).toBe(counts.reduce((all, it) => all + it, 0));
      }),
    );
  });
});
