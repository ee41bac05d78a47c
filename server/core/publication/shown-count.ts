/** A count as the public page shows it. */

/** Counts from one up to, not including, this one are shown as `<5`: few events may be recognised by who was there. */
export const FEWEST_SHOWN = 5;

/** `withheld`: left out, because a count that is shown as `<5` could be computed from it. */
export type ShownCount =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'withheld' };

export const FEW: ShownCount = { kind: 'few' };
export const WITHHELD: ShownCount = { kind: 'withheld' };

/** 0 is shown: that nothing was done is no secret, and is what a reader most wants to know. */
export const isFew = (count: number): boolean => 0 < count && count < FEWEST_SHOWN;

export const shownCount = (count: number): ShownCount =>
  isFew(count) ? FEW : { kind: 'count', count };

/** What a count shown as `<5` may be. */
export const FEW_COUNTS: readonly number[] = Array.from(
  { length: FEWEST_SHOWN - 1 },
  (_, index) => index + 1,
);

export const isShown = (shown: ShownCount): shown is { kind: 'count'; count: number } =>
  shown.kind === 'count';

export const sameCount = (a: ShownCount, b: ShownCount): boolean =>
  isShown(a) && isShown(b) ? a.count === b.count : a.kind === b.kind;
