/**
 * An amount without what binary fractions leave behind: 0.7 + 0.1 is 0.8, and reaches a target of 0.8. Amounts are
 * typed with a few decimals or counted in minutes, so that a millionth is never theirs.
 */
export const settled = (amount: number): number => Math.round(amount * 1e6) / 1e6;
