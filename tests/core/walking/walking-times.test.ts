import type { MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { WalkPlace } from '#core/walking/entrances.ts';
import { type Walk, walkingMinutes, walksBetween } from '#core/walking/walking-times.ts';
import { at, block, town } from './small-town.ts';

const mainStreet = town([
  [0, 0],
  [500, 0],
  [1000, 0],
]);

const point = (east: number, north: number) => ({ lonLat: at(east, north) });

function walk(network: Parameters<typeof walksBetween>[0], from: WalkPlace, to: WalkPlace): Walk {
  return walksBetween(network, [from, to])[0]![1]!;
}

describe('walking between two places', () => {
  test('follows the street and begins in the middle of it, not at its ends', () => {
    const { metres, method } = walk(mainStreet, point(100, 0), point(700, 0));
    expect(method).toBe('network');
    expect(metres).toBeCloseTo(600, -1);
  });

  test('adds the way to the street and from it', () => {
    expect(walk(mainStreet, point(100, 40), point(700, -60)).metres).toBeCloseTo(700, -1);
  });

  test('goes round the corner where no street goes straight', () => {
    const corner = town([
      [0, 0],
      [300, 0],
      [300, 400],
    ]);
    expect(walk(corner, point(0, 0), point(300, 400)).metres).toBeCloseTo(700, -1);
  });

  test('ends at the border of a hot spot that the street runs through', () => {
    const square = { geometry: block(400, -50, 600, 50) };
    expect(walk(mainStreet, point(100, 0), square).metres).toBeCloseTo(300, -1);
  });

  test('takes the side of a hot spot that is nearest to come in by', () => {
    const [, toEast] = walksBetween(mainStreet, [
      { geometry: block(400, -50, 600, 50) },
      point(900, 0),
    ])[0]!;
    expect(toEast!.metres).toBeCloseTo(300, -1);
  });

  test('is nothing between hot spots that one street stretch touches both of, side by side', () => {
    const [left, right] = [block(400, -50, 500, 50), block(500, -50, 600, 50)];
    expect(walk(mainStreet, { geometry: left }, { geometry: right }).metres).toBeCloseTo(0, 0);
  });

  test('reaches a hot spot beside the street from the nearest point of the street', () => {
    const park = { geometry: block(400, 30, 600, 130) };
    expect(walk(mainStreet, point(100, 0), park).metres).toBeCloseTo(330, -1);
  });

  test('takes the nearest part of a hot spot in two parts', () => {
    const parts = [block(300, -50, 350, 50), block(800, -50, 850, 50)];
    const both: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: parts.map((part) => part.coordinates),
    };
    expect(walk(mainStreet, point(1000, 0), { geometry: both }).metres).toBeCloseTo(150, -1);
  });

  test('does not step from a bridge to the street below: ways meet only in junctions', () => {
    const bridge = town(
      [
        [0, 0],
        [400, 0],
      ],
      [
        [200, -200],
        [200, 200],
      ],
    );
    expect(walk(bridge, point(0, 0), point(200, 200)).method).toBe('straight');
  });
});

describe('where the network says nothing, the straight line × 1.3 is taken, and that is told', () => {
  test('without a network', () => {
    const { metres, method } = walk(null, point(0, 0), point(1000, 0));
    expect(method).toBe('straight');
    expect(metres / 1300).toBeCloseTo(1, 2);
  });

  test('for a place over 250 metres from any street', () => {
    expect(walk(mainStreet, point(100, 0), point(500, 249)).method).toBe('network');
    expect(walk(mainStreet, point(100, 0), point(500, 252)).method).toBe('straight');
  });

  test('for an empty network', () => {
    expect(walk({ nodes: [], edges: [] }, point(0, 0), point(10, 0)).method).toBe('straight');
  });
});

test('a minute is 78 metres, and a begun minute counts', () => {
  const minutes = (metres: number) => walkingMinutes({ metres, method: 'network' });
  expect([0, 1, 78, 78.1, 780].map(minutes)).toEqual([0, 1, 1, 2, 10]);
});

test('sixty hot spots all find their way in a network of 15,000 nodes', () => {
  const lines = Array.from({ length: 123 }, (_, i) => i);
  const streets = lines.flatMap((i) => [
    lines.map((j) => [i * 50, j * 50] as const),
    lines.map((j) => [j * 50, i * 50] as const),
  ]);
  const network = town(...streets);
  const places = Array.from({ length: 60 }, (_, i) => {
    const [east, north] = [(i % 10) * 600 + 10, Math.floor(i / 10) * 900 + 10];
    return { geometry: block(east, north, east + 120, north + 120) };
  });
  const walks = walksBetween(network, places);
  expect(walks.flat().every(({ method }) => method === 'network')).toBe(true);
});
