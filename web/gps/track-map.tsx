/** The officer's own way on the map; the list beside it says what comes of it. */
import L from 'leaflet';
import { useEffect, useRef } from 'preact/hooks';
import { MapView } from '../map/map-view.tsx';
import { type RoutesLayer, routesLayer } from '../map/routes-layer.ts';
import { gpsPageText } from '../text/gps-page.ts';
import type { Track } from './own-track.tsx';

/** Points that the phone itself believes to be worse are left out, as the reading of visits does. */
const WORST_ACCURACY_M = 50;

export function TrackMap({ points }: { points: Track['points'] }) {
  const map = useRef<L.Map | null>(null);
  const layer = useRef<RoutesLayer | null>(null);
  const label = gpsPageText.value.trackLabel;
  const draw = () => {
    const shown = points
      .filter(({ accuracyM }) => (accuracyM ?? 0) <= WORST_ACCURACY_M)
      .map(({ lonLat }) => lonLat);
    layer.current?.update([{ id: 'own', label, points: shown }], null);
    const bounds = L.latLngBounds(shown.map(([lon, lat]) => [lat, lon]));
    if (bounds.isValid()) map.current?.fitBounds(bounds, { padding: [24, 24], maxZoom: 17 });
  };
  useEffect(draw, [points]);
  return (
    <div class="track-map">
      <MapView
        label={label}
        onReady={(made) => {
          map.current = made;
          layer.current = routesLayer(made);
          draw();
          return () => layer.current?.remove();
        }}
      />
    </div>
  );
}
