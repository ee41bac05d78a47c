/**
 * Small counts of a column whose sum is published.
 *
 *   Sveaparken      3        <5
 *   Gångtunneln    17   →    –      (withheld: 212 − 192 − 3 would tell)
 *   Resecentrum   192       192
 *   sum           212       212
 *
 * What is hidden beside the small counts must not itself tell them. So large cells are withheld in an order that does not
 * depend on the counts, until what is hidden adds up to at least `SLACK` more than the least that it can be; where the
 * column has no more to withhold, the sum goes. Then every small count can be two values at least, to a reader who knows
 * this rule as well: with slack, one more here and one less there gives the same page; without, the withheld cell that
 * came last takes up the difference. `tests/core/publication/mask-column.test.ts` tries it over whole families of tables.
 */
import { FEWEST_SHOWN, isFew, type ShownCount, shownCount, WITHHELD } from './shown-count.ts';

export interface MaskedColumn {
  readonly cells: readonly ShownCount[];
  readonly sum: ShownCount;
}

const SLACK = 2;

/**
 * @param counts 0 and up, one a row
 * @param order rows in the order in which they may be withheld; must not depend on the counts
 */
export function maskColumn(counts: readonly number[], order: readonly number[]): MaskedColumn {
  if (!counts.some(isFew)) return { cells: counts.map(shownCount), sum: shownCount(sumOf(counts)) };
  const withheld = new Set<number>();
  const large = order.filter((row) => (counts[row] ?? 0) >= FEWEST_SHOWN);
  for (const row of large) {
    withheld.add(row);
    if (slackOf(counts, withheld) >= SLACK) break;
  }
  const isSafe = withheld.size > 0 && slackOf(counts, withheld) >= SLACK;
  return {
    cells: counts.map((count, row) => (withheld.has(row) ? WITHHELD : shownCount(count))),
    sum: isSafe ? shownCount(sumOf(counts)) : WITHHELD,
  };
}

/** By how much the hidden cells together exceed the least that they can be. */
function slackOf(counts: readonly number[], withheld: ReadonlySet<number>): number {
  return sumOf(
    counts.map((count, row) => {
      if (withheld.has(row)) return count - FEWEST_SHOWN;
      return isFew(count) ? count - 1 : 0;
    }),
  );
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
