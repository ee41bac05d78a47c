/** Each patrol's way between its stops: told apart by dash as well as colour, with arrows for the direction. */
import L from 'leaflet';

export interface MapRoute {
  readonly id: string;
  readonly label: string;
  /** WGS 84, in the order walked. */
  readonly points: readonly (readonly [lon: number, lat: number])[];
}

export interface RoutesLayer {
  readonly update: (routes: readonly MapRoute[], highlighted: string | null) => void;
  readonly remove: () => void;
}

/** Line styles that stay apart in grey print; the index is the patrol's place in the shift. */
export const ROUTE_DASHES = ['', '2 7', '12 6', '12 5 2 5', '5 4', '18 5'] as const;

export const dashOf = (index: number): string => ROUTE_DASHES[index % ROUTE_DASHES.length] ?? '';

export function routesLayer(map: L.Map): RoutesLayer {
  const group = L.layerGroup().addTo(map);
  return {
    update: (routes, highlighted) => {
      group.clearLayers();
      for (const [index, route] of routes.entries()) {
        const dim = highlighted !== null && highlighted !== route.id ? ' dim' : '';
        const points = route.points.map(([lon, lat]) => L.latLng(lat, lon));
        const className = `route route-${index % ROUTE_DASHES.length}${dim}`;
        group.addLayer(
          L.polyline(points, { className, dashArray: dashOf(index), interactive: false }),
        );
        for (const arrow of arrows(points, className)) group.addLayer(arrow);
      }
    },
    remove: () => {
      group.remove();
    },
  };
}

/** An arrow in the middle of every leg that is long enough to carry one. */
function arrows(points: readonly L.LatLng[], className: string): L.Marker[] {
  return points.slice(1).flatMap((to, index) => {
    const from = points[index];
    if (!from || from.distanceTo(to) < 60) return [];
    const head = document.createElement('span');
    head.textContent = '➤';
    const angle =
      (Math.atan2(-(to.lat - from.lat), (to.lng - from.lng) * Math.cos((to.lat * Math.PI) / 180)) *
        180) /
      Math.PI;
    head.style.transform = `translate(-50%, -50%) rotate(${angle}deg)`;
    const icon = L.divIcon({ className: `route-arrow ${className}`, html: head, iconSize: [0, 0] });
    const middle = L.latLng((from.lat + to.lat) / 2, (from.lng + to.lng) / 2);
    return [L.marker(middle, { icon, interactive: false, keyboard: false })];
  });
}
