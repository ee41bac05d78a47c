import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HotSpotGeometry } from '#core/model.ts';
import { seededRandom } from '#core/planner/random.ts';
import { detectVisits, VisitDetector } from '#core/tracks/detect-visits.ts';
import type { DetectedVisit, TrackPoint } from '#core/tracks/track-point.ts';
import { BAD_PHONE, simulatedEvening, TOWN } from './simulated-evening.ts';

const ORDERLY = { ...BAD_PHONE, everyS: 15, unruly: 0 };
const seeds = integer({ min: 1, max: 10_000 });
const holds = (law: (seed: number) => void) =>
  assert(property(seeds, law), { seed: 4, numRuns: 12 });

const keyOf = ({ hotSpotId, from, to }: DetectedVisit) => `${hotSpotId} ${from} ${to}`;
const keysOf = (visits: readonly DetectedVisit[]) => visits.map(keyOf).toSorted();

/** Each point stays within sixteen places of its own. */
function shuffledNearby(points: readonly TrackPoint[], seed: number): TrackPoint[] {
  const random = seededRandom(seed);
  return points
    .map((point, index) => ({ point, place: index + random.share() * 15 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ point }) => point);
}

describe('the visits of a track', () => {
  test('are the same point by point as in one go', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, { ...BAD_PHONE, everyS: 15 });
      const detector = new VisitDetector(TOWN);
      const streamed = [...points.flatMap((point) => detector.take(point)), ...detector.finish()];
      expect(keysOf(streamed)).toEqual(keysOf(detectVisits(TOWN, points)));
    });
  });

  test('are the same where points come twice', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, ORDERLY);
      const doubled = points.flatMap((point, index) => [point, points[Math.max(0, index - 5)]!]);
      expect(keysOf(detectVisits(TOWN, doubled))).toEqual(keysOf(detectVisits(TOWN, points)));
    });
  });

  test('are the same where points come a little out of order', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, ORDERLY);
      const shuffled = shuffledNearby(points, seed);
      expect(keysOf(detectVisits(TOWN, shuffled))).toEqual(keysOf(detectVisits(TOWN, points)));
    });
  });

  test('move with the clock', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, ORDERLY);
      const later = points.map((point) => ({ ...point, at: point.at + 86_400_000 }));
      const moved = detectVisits(TOWN, later).map((visit) => Math.round(visit.from - 86_400_000));
      expect(moved).toEqual(detectVisits(TOWN, points).map((visit) => Math.round(visit.from)));
    });
  });

  test('are the same 3 degrees further east', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, ORDERLY);
      const east = points.map((point) => ({
        ...point,
        lonLat: [point.lonLat[0] + 3, point.lonLat[1]] as const,
      }));
      const seconds = (visits: readonly DetectedVisit[]) =>
        visits.map(({ from, to }) => [Math.round(from / 1000), Math.round(to / 1000)]);
      const town = TOWN.map(({ id, geometry }) => ({ id, geometry: movedEast(geometry) }));
      expect(seconds(detectVisits(town, east))).toEqual(seconds(detectVisits(TOWN, points)));
    });
  });

  test('of one place never overlap, and none is a pass-through', () => {
    holds((seed) => {
      const found = detectVisits(TOWN, simulatedEvening(seed, { ...BAD_PHONE, everyS: 30 }).points);
      for (const { id } of TOWN) {
        const own = found.filter(({ hotSpotId }) => hotSpotId === id);
        expect(own.every(({ from, to }) => to - from >= 180_000)).toBe(true);
        expect(own.slice(1).every(({ from }, index) => from >= own[index]!.to)).toBe(true);
      }
    });
  });
});

function movedEast(geometry: HotSpotGeometry): HotSpotGeometry {
  const rings = geometry.coordinates as number[][][];
  return {
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon + 3, lat])),
  };
}
