import { expect, it } from 'vitest';
import { nearestFirst } from '#core/walks/nearest-hot-spots.ts';
import { box, polygon } from '../geo/shapes.ts';

it('the hot spot that a point lies in comes first, the others by the way to their border', () => {
  const here = { id: 'here', geometry: polygon(box(0, 0, 4, 4)) };
  const beside = { id: 'beside', geometry: polygon(box(10, 0, 14, 4)) };
  const [lon = 0, lat = 0] = here.geometry.coordinates[0]?.[0] ?? [];
  const found = nearestFirst([lon + 0.0005, lat + 0.0005], [beside, here]);
  expect(found.map(({ place }) => place.id)).toEqual(['here', 'beside']);
  expect(found[0]?.distanceM).toBe(0);
  expect(found[1]?.distanceM).toBeGreaterThan(100);
});
