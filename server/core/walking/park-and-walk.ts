/**
 * A patrol with a car: it walks within a cluster of places and drives between clusters. In each cluster the car has one
 * parking place, so that it always stands where the patrol comes back to it:
 *
 *     place ──walk──▶ parking ══drive══▶ parking ──walk──▶ place
 */
import type { Minutes } from '../model.ts';

/** Further than this on foot, and a patrol that has a car takes it (the figure). */
export const FAR_ON_FOOT: Minutes = 20;
/** To get into the car and away, and to park it. Ours. */
export const PARKING: Minutes = 2;

type Table = readonly (readonly Minutes[])[];

/**
 * Whole minutes between all pairs of places for a patrol with a car.
 * @param walk minutes on foot between all pairs of places
 * @param drive minutes behind the wheel between them
 * @param base index of the place where the car stands at first: the parking place of its cluster
 */
export function parkAndWalk(walk: Table, drive: Table, base: number): Minutes[][] {
  const parking = parkingPlaces(walk, base);
  return walk.map((row, from) =>
    row.map((onFoot, to) => {
      const [left, reached] = [parking[from] ?? from, parking[to] ?? to];
      if (left === reached) return onFoot;
      return at(walk, from, left) + PARKING + at(drive, left, reached) + at(walk, reached, to);
    }),
  );
}

/** Of each place, where the car is parked when the patrol is there: the base, or what is nearest to all of the cluster. */
function parkingPlaces(walk: Table, base: number): number[] {
  const parking: number[] = [];
  for (const cluster of clusters(walk)) {
    const place = cluster.includes(base) ? base : middleOf(cluster, walk);
    for (const member of cluster) parking[member] = place;
  }
  return parking;
}

/** Complete linkage: the two nearest clusters become one as long as no walk within it is far. */
function clusters(walk: Table): number[][] {
  const found = walk.map((_, place) => [place]);
  for (;;) {
    const pair = nearestPair(found, walk);
    if (!pair) return found;
    const [kept, merged] = pair;
    found[kept] = [...(found[kept] ?? []), ...(found[merged] ?? [])];
    found.splice(merged, 1);
  }
}

function nearestPair(found: readonly number[][], walk: Table): [number, number] | null {
  let best: [number, number] | null = null;
  let least = FAR_ON_FOOT + 1;
  found.forEach((one, i) => {
    for (let j = i + 1; j < found.length; j += 1) {
      const widest = widestWalk(one, found[j] ?? [], walk);
      if (widest >= least) continue;
      least = widest;
      best = [i, j];
    }
  });
  return best;
}

const widestWalk = (one: readonly number[], other: readonly number[], walk: Table): Minutes =>
  Math.max(...one.flatMap((a) => other.map((b) => Math.max(at(walk, a, b), at(walk, b, a)))));

function middleOf(cluster: readonly number[], walk: Table): number {
  const total = (place: number) => cluster.reduce((sum, other) => sum + at(walk, place, other), 0);
  return cluster.reduce((best, place) => (total(place) < total(best) ? place : best));
}

const at = (table: Table, from: number, to: number): Minutes => table[from]?.[to] ?? 0;
