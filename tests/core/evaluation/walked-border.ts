/** How far it is to a border, the slow way: geodesic distance to points walked along it. */
import type { Polygon } from 'geojson';
import { distanceM } from '#core/geo/measure.ts';
import type { LonLat } from '#core/model.ts';

/** Every two metres or so. */
export function walkedBorder({ coordinates }: Polygon): LonLat[] {
  const ring = coordinates[0] ?? [];
  return ring.slice(1).flatMap(([lon2 = 0, lat2 = 0], index) => {
    const [lon1 = 0, lat1 = 0] = ring[index] ?? [];
    return Array.from(
      { length: 150 },
      (_, step) =>
        [lon1 + ((lon2 - lon1) * step) / 150, lat1 + ((lat2 - lat1) * step) / 150] as const,
    );
  });
}

export const metresTo = (border: readonly LonLat[], at: LonLat) =>
  border.reduce((least, point) => Math.min(least, distanceM(point, at)), Infinity);
