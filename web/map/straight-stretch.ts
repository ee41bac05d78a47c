/** Where along a line its name can stand. */
import L from 'leaflet';

/** In metres of Web Mercator, which are half a metre on the ground at 59° north: what letters hide. */
const BEND = 10;

/** The ends of the longest stretch that bends so little that a straight name covers it. */
export function straightStretch(line: readonly L.LatLng[]): readonly [L.LatLng, L.LatLng] | null {
  const points = line.map((at) => L.CRS.EPSG3857.project(at));
  let best: readonly [number, number] | null = null;
  let longest = 0;
  for (const [from, start] of points.entries()) {
    for (let to = from + 1; to < points.length; to += 1) {
      const end = points[to] ?? start;
      const between = points.slice(from + 1, to);
      if (between.some((point) => L.LineUtil.pointToSegmentDistance(point, start, end) > BEND))
        break;
      const length = start.distanceTo(end);
      if (length <= longest) continue;
      longest = length;
      best = [from, to];
    }
  }
  const [from, to] = best ? [line[best[0]], line[best[1]]] : [];
  return from && to ? [from, to] : null;
}
