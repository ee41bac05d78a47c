import { describe, expect, test } from 'vitest';
import { detectVisits } from '#core/tracks/detect-visits.ts';
import { DETECTION } from '#core/tracks/detection-options.ts';
import type { DetectedVisit, TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import { at, lonLatAt, pointAt, rectangle, SQUARE, STARTS_AT, walk } from './straight-walk.ts';

const minute = (instant: number) => Math.round((instant - STARTS_AT) / 6000) / 10;
const told = ({ hotSpotId, from, to }: DetectedVisit) => [hotSpotId, minute(from), minute(to)];

function visits(points: readonly TrackPoint[], places: readonly TrackedHotSpot[] = [SQUARE]) {
  return detectVisits(places, points).map(told);
}

/** West of the square, in at minute 5 where nothing else is said, and away to the west again. */
const visitOf = (minutes: number) => [
  at(0, -350, 50),
  at(5, 0, 50),
  at(5.7, 50, 50),
  at(4.3 + minutes, 50, 50),
  at(5 + minutes, 0, 50),
  at(10 + minutes, -350, 50),
];

describe('a patrol that comes, stays and leaves', () => {
  test('has made one visit, from border to border', () => {
    const [[id, from, to] = []] = visits(walk(visitOf(15)));
    expect(id).toBe('square');
    expect(Math.abs(Number(from) - 5)).toBeLessThanOrEqual(0.2);
    expect(Math.abs(Number(to) - 20)).toBeLessThanOrEqual(0.2);
  });

  test('has made one visit although the phone leapt 200 m away for half a minute', () => {
    const points = walk(visitOf(15)).map((point) => {
      const isJump = point.at >= STARTS_AT + 12 * 60_000 && point.at < STARTS_AT + 12.5 * 60_000;
      return isJump ? { ...point, lonLat: lonLatAt(250, 50) } : point;
    });
    expect(visits(points)).toEqual(visits(walk(visitOf(15))));
  });

  test('has made one visit although the phone was silent for eight minutes of it', () => {
    const isSilent = ({ at }: TrackPoint) =>
      at > STARTS_AT + 8 * 60_000 && at < STARTS_AT + 16 * 60_000;
    const points = walk(visitOf(15)).filter((point) => !isSilent(point));
    expect(visits(points)).toHaveLength(1);
  });

  test('has made one visit although it stepped out for two minutes', () => {
    const out = [at(11, 50, 50), at(11.6, 50, 0), at(12.1, 50, -40), at(13.1, 50, -40)];
    const back = [at(13.6, 50, 0), at(14.2, 50, 50)];
    const way = [...visitOf(15).slice(0, 3), ...out, ...back, ...visitOf(15).slice(3)];
    expect(visits(walk(way))).toHaveLength(1);
  });

  test('has made two visits where it was away for ten minutes', () => {
    const again = visitOf(10).map((place) => ({ ...place, minute: place.minute + 20 }));
    expect(visits(walk([...visitOf(10), ...again]))).toHaveLength(2);
  });

  test('has been there as long where the phone fixes only each ten minutes while it stands still', () => {
    const still = [pointAt(16, lonLatAt(50, 50)), pointAt(26, lonLatAt(51, 50))];
    const arrival = walk(visitOf(30)).filter(({ at }) => at <= STARTS_AT + 6.5 * 60_000);
    const leaving = walk(visitOf(30)).filter(({ at }) => at >= STARTS_AT + 34.2 * 60_000);
    const [[, from, to] = []] = visits([...arrival, ...still, ...leaving]);
    expect(Number(to) - Number(from)).toBeCloseTo(30, 0);
  });
});

describe('no visit is', () => {
  test('walking through in two minutes', () => {
    expect(
      visits(walk([at(0, -350, 50), at(5, 0, 50), at(6.5, 100, 50), at(11, 450, 50)])),
    ).toEqual([]);
  });

  test('ten minutes back and forth along the edge, 18 m outside', () => {
    const way = Array.from({ length: 9 }, (_, turn) => at(2 * turn, turn % 2 ? 100 : 0, -18));
    expect(visits(walk(way))).toEqual([]);
  });

  test('driving round in it', () => {
    const rounds = Array.from({ length: 60 }, (_, turn) =>
      at(turn / 4, turn % 4 < 2 ? 10 : 90, turn % 4 === 1 || turn % 4 === 2 ? 90 : 10),
    );
    expect(visits(walk(rounds, 2))).toEqual([]);
  });

  test('a track of points that the phone itself believes to be 80 m wrong', () => {
    expect(visits(walk(visitOf(15)).map((point) => ({ ...point, accuracyM: 80 })))).toEqual([]);
  });

  test('a single point, or none', () => {
    expect(visits([pointAt(0, lonLatAt(50, 50))])).toEqual([]);
    expect(visits([])).toEqual([]);
  });
});

describe('a patrol on bicycles', () => {
  const length = 400;
  const park = rectangle('park', 0, 0, length, length);
  const rounds = Array.from({ length: 13 }, (_, turn) =>
    at(turn * 1.5, turn % 4 < 2 ? 20 : 380, turn % 4 === 1 || turn % 4 === 2 ? 380 : 20),
  );

  test('counts where it is asked for, and only then', () => {
    const points = walk(rounds, 5);
    expect(detectVisits([park], points, { ...DETECTION, cycling: true })).toHaveLength(1);
    expect(detectVisits([park], points)).toEqual([]);
  });
});

describe('places beside and within each other', () => {
  test('that touch have a visit each, one ending where the other begins', () => {
    const east = rectangle('east', 100, 0, 100, 100);
    const way = [at(0, 50, 50), at(10, 50, 50), at(11.3, 150, 50), at(22, 150, 50)];
    const found = detectVisits([SQUARE, east], walk(way));
    expect(found.map(({ hotSpotId }) => hotSpotId)).toEqual(['square', 'east']);
    expect(Math.abs(found[1]!.from - found[0]!.to)).toBeLessThan(15_000);
  });

  test('that lie within another count for both', () => {
    const inner = rectangle('inner', 30, 30, 40, 40);
    expect(visits(walk(visitOf(15)), [SQUARE, inner]).map(([id]) => id)).toEqual([
      'square',
      'inner',
    ]);
  });

  test('a hole is outside', () => {
    const outer = rectangle('outer', -100, -100, 300, 300);
    const hole = SQUARE.geometry.coordinates[0] as number[][];
    const rings = [...(outer.geometry.coordinates as number[][][]), hole];
    const ring = { id: 'ring', geometry: { type: 'Polygon' as const, coordinates: rings } };
    expect(visits(walk([at(0, 50, 50), at(15, 52, 50)]), [ring])).toEqual([]);
  });
});

describe('a visit that goes on at an end of the track', () => {
  test('begins with the first point, and says that it may have begun before', () => {
    const [visit] = detectVisits([SQUARE], walk(visitOf(15).slice(2)));
    expect(visit).toMatchObject({
      openStart: true,
      openEnd: false,
      from: STARTS_AT + 5.7 * 60_000,
    });
  });

  test('ends with the last point, and says that it may go on', () => {
    const points = walk(visitOf(15).slice(0, 4));
    const [visit] = detectVisits([SQUARE], points);
    expect(visit).toMatchObject({ openStart: false, openEnd: true, to: points.at(-1)!.at });
  });

  test('is not stretched over hours without a point, though the next is at the same place', () => {
    const still = walk([at(0, 50, 50), at(15, 52, 50)]);
    const later = still.map((point) => ({ ...point, at: point.at + 5 * 3_600_000 }));
    const found = detectVisits([SQUARE], [...still, ...later]);
    expect(found.map(({ from, to }) => Math.round((to - from) / 60_000))).toEqual([15, 15]);
  });
});
