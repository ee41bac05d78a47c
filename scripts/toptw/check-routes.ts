/** Judges routes by the benchmark's own rules, apart from the search: the score, or what is wrong. */
import type { ToptwInstance } from './read-toptw.ts';

/** @throws Error that names the route and the vertex */
export function scoreOf(
  { vertices, decimals }: ToptwInstance,
  routes: readonly (readonly number[])[],
): number {
  const scale = 10 ** decimals;
  const seen = new Set<number>();
  let score = 0;
  routes.forEach((route, index) => {
    let clock = 0;
    let here = 0;
    for (const next of [...route, 0]) {
      const [from, to] = [vertices[here], vertices[next]];
      if (!from || !to) throw new Error(`route ${index}: there is no vertex ${next}`);
      if (next !== 0 && seen.has(next)) throw new Error(`route ${index}: ${next} is visited twice`);
      seen.add(next);
      // Whole tenths or hundredths throughout, as the benchmark rounds its distances down.
      const travel = Math.floor(Math.hypot(from.x - to.x, from.y - to.y) * scale + 1e-9);
      clock = Math.max(clock + travel, Math.round(to.opens * scale));
      if (clock > Math.round(to.closes * scale))
        throw new Error(`route ${index}: ${next} is reached too late`);
      clock += Math.round(to.service * scale);
      score += next === 0 ? 0 : to.profit;
      here = next;
    }
  });
  return score;
}
