/** The density surface on a map: four steps of the peak, the denser the darker. */
import L from 'leaflet';
import type { WireReply } from '#contract/api.ts';

export type Density = WireReply<'getIncidentDensity'>;

export function drawDensity(group: L.LayerGroup, density: Density | null): void {
  group.clearLayers();
  for (const [step, { geometry }] of (density?.contours ?? []).entries()) {
    if (geometry.coordinates.length === 0) continue;
    const className = `density-step density-${step + 1}`;
    group.addLayer(L.geoJSON(geometry, { interactive: false, style: () => ({ className }) }));
  }
}
