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
  test('of one place are the same whatever other places there are', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, { ...BAD_PHONE, everyS: 10 });
      const alone = TOWN.flatMap((place) => detectVisits([place], points));
      expect(keysOf(alone)).toEqual(keysOf(detectVisits(TOWN, points)));
    });
  });

  test('are the same where points of the same instant disagree, whichever comes first', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, ORDERLY);
      const aside = points.map(({ lonLat: [lon, lat], ...point }) => ({
        ...point,
        lonLat: [lon + 3e-5, lat] as const,
      }));
      const either = (first: readonly TrackPoint[], second: readonly TrackPoint[]) =>
        detectVisits(
          TOWN,
          first.flatMap((point, index) => [point, second[index]!]),
        );
      expect(keysOf(either(points, aside))).toEqual(keysOf(either(aside, points)));
    });
  });

  test('are the same where single points come from days before or after', () => {
    holds((seed) => {
      const { points } = simulatedEvening(seed, ORDERLY);
      const strays = points.map((point, index) => {
        const days = index % 2 ? 3 : -3;
        return index % 100 === 50 ? [{ ...point, at: point.at + days * 86_400_000 }, point] : point;
      });
      expect(keysOf(detectVisits(TOWN, strays.flat()))).toEqual(keysOf(detectVisits(TOWN, points)));
    });
  });

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

const fixEachSecond = (hours: number): TrackPoint[] =>
  Array.from({ length: hours * 3600 }, (_, second) => ({
    at: second * 1000,
    lonLat: [16.5878 + 0.004 * Math.sin(second / 900), 59.0578],
    accuracyM: 5,
  }));

describe('a detector', () => {
  test('keeps no more of a day than of an hour', () => {
    const detector = new VisitDetector(TOWN);
    const kept = fixEachSecond(24).map((point) => {
      detector.take(point);
      return detector.keptPoints;
    });
    expect(Math.max(...kept)).toBe(Math.max(...kept.slice(0, 3600)));
  });

  test('tells a visit as soon as nothing can continue it', () => {
    const { points } = simulatedEvening(11, ORDERLY);
    const detector = new VisitDetector(TOWN);
    for (const point of points) {
      for (const { to } of detector.take(point)) {
        const minutes = (point.at - to) / 60_000;
        expect(minutes).toBeLessThan(20);
      }
    }
  });

  test.each([
    ['a time', { at: Number.NaN }],
    ['a longitude', { lonLat: [Number.NaN, 59] as const }],
    ['a latitude', { lonLat: [16, Infinity] as const }],
  ])('refuses a point without %s', (_what, fault) => {
    const point: TrackPoint = { at: 0, lonLat: [16.5, 59], accuracyM: null, ...fault };
    expect(() => new VisitDetector(TOWN).take(point)).toThrow(RangeError);
  });

  test('takes points from the other end of the world, and no hot spots at all', () => {
    const points = [16.5, -170, 16.5].map((lon, index) => {
      return { at: index * 60_000, lonLat: [lon, 59.0575] as const, accuracyM: null };
    });
    expect(detectVisits(TOWN, points)).toEqual([]);
    expect(detectVisits([], points)).toEqual([]);
  });
});
