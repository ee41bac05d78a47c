type Minutes = readonly (readonly number[])[];

/** Of tables that are asked for again and again: a shift is laid out anew for each question about it. */
const known = new WeakMap<Minutes, number>();

/**
 * What a detour by way of a third place takes more than the leg itself, at the least: 0 in a town whose walks are shortest
 * paths, and below it where they are rounded or measured one by one. With it, a leg without room is told by its times alone.
 *
 *     a ───────────▶ b        walk[a][c] + walk[c][b] − walk[a][b]
 *      ╲──▶ c ──────╱
 */
export function leastDetour(walk: Minutes): number {
  const before = known.get(walk);
  if (before !== undefined) return before;
  const least = findLeast(Int32Array.from(walk.flat()), walk.length);
  known.set(walk, least);
  return least;
}

function findLeast(walk: Int32Array, places: number): number {
  let least = 0;
  for (let a = 0; a < places; a += 1)
    for (let c = 0; c < places; c += 1) {
      const there = walk[a * places + c]!;
      for (let b = 0; b < places; b += 1) {
        const detour = there + walk[c * places + b]! - walk[a * places + b]!;
        if (detour < least) least = detour;
      }
    }
  return least;
}
