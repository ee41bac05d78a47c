/**
 * A seeded generator of whole numbers: mulberry32 (Tommy Ettinger, public domain).
 * Integer arithmetic only, so that every engine draws the same numbers from the same seed.
 */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  /** A share from 0 up to, not including, 1; exact in binary. */
  readonly share: () => number;
}

const TWO_TO_32 = 4_294_967_296;

export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (below) => Math.floor((next() * below) / TWO_TO_32),
    share: () => next() / TWO_TO_32,
  };
}
