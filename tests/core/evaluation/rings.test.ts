/** Rings held against a slow, obvious computation: geodesic distance to points walked along every border. */
import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { layArea } from '#core/evaluation/plane-area.ts';
import { zoneAt } from '#core/evaluation/rings.ts';
import { localPlane, swerefPlane } from '#core/geo/local-plane.ts';
import { distanceM } from '#core/geo/measure.ts';
import type { LonLat } from '#core/model.ts';
import { seededRandom } from '#core/planner/random.ts';
import { metresTo, walkedBorder } from './walked-border.ts';

const RING_M = 100;
/** A metre either side, where the walked points and the metres of a map may differ. */
const SLACK_M = 1;

function blob(random: () => number): Polygon {
  const [lon, lat] = [16.58 + random() * 0.02, 59.05 + random() * 0.01];
  const ring = Array.from({ length: 7 }, (_, corner) => {
    const angle = (corner / 7) * 2 * Math.PI;
    const reach = 0.0006 + random() * 0.0012;
    return [lon + 2 * reach * Math.cos(angle), lat + reach * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] };
}

describe('the zones round hot spots', () => {
  it('are those of geodesic distance, in 200 random towns, each with ten incidents', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seededRandom(seed).share;
      const shapes = Array.from({ length: 3 }, () => blob(random));
      const borders = shapes.map(walkedBorder);
      const areas = shapes.map((shape) => layArea(shape, swerefPlane));
      const zone = zoneAt(areas.slice(0, 1), areas, RING_M);
      for (let number = 0; number < 10; number += 1) {
        const around = shapes[number % 3]?.coordinates[0]?.[number % 7] ?? [16.59, 59.055];
        const at: LonLat = [
          (around[0] ?? 0) + (random() - 0.5) * 0.006,
          (around[1] ?? 0) + (random() - 0.5) * 0.003,
        ];
        const inside = shapes.map((shape) => booleanPointInPolygon([...at], shape));
        const far = borders.map((border) => metresTo(border, at));
        if (far.some((metres) => Math.abs(metres - RING_M) < SLACK_M || metres < SLACK_M)) continue;
        const near = far.map((metres) => metres <= RING_M);
        const expected = inside[0]
          ? 'treated'
          : inside.some(Boolean)
            ? 'elsewhere'
            : near[0]
              ? 'ring'
              : near.some(Boolean)
                ? 'elsewhere'
                : 'control';
        expect(zone(...swerefPlane.toXY(at)), `seed ${seed}, ${at.join()}`).toBe(expected);
      }
    }
  }, 60_000);

  it('are not those of Web Mercator, in which 100 m would be 51', () => {
    const square: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [16.59, 59.05],
          [16.592, 59.05],
          [16.592, 59.051],
          [16.59, 59.051],
          [16.59, 59.05],
        ],
      ],
    };
    const area = layArea(square, swerefPlane);
    const zone = zoneAt([area], [area], RING_M);
    const degreesNorth = (metres: number) => metres / 111_412;
    expect(zone(...swerefPlane.toXY([16.591, 59.051 + degreesNorth(98)]))).toBe('ring');
    expect(zone(...swerefPlane.toXY([16.591, 59.051 + degreesNorth(102)]))).toBe('control');
  });

  it('are the same to a few centimetres on a plane of the place itself', () => {
    const plane = localPlane([16.59, 59.05]);
    const [[x1, y1], [x2, y2]] = [plane.toXY([16.59, 59.05]), plane.toXY([16.5915, 59.0505])];
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(
      distanceM([16.59, 59.05], [16.5915, 59.0505]),
      1,
    );
  });
});
