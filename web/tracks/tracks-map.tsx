/** Where the tracks went, and the hot spots with the visits found in each. The tables are its twin. */
import { useSignalEffect } from '@preact/signals';
import L from 'leaflet';
import { useRef } from 'preact/hooks';
import { type HotSpotsLayer, hotSpotsLayer, type MapHotSpot } from '../map/hot-spots-layer.ts';
import { MapView } from '../map/map-view.tsx';
import { dashOf } from '../map/routes-layer.ts';
import { Legend } from '../map/state-mark.tsx';
import { tracksText } from '../text/tracks.ts';
import { type Place, places, selectedPlace, tracks } from './state.ts';

export function TracksMap() {
  const spots = useRef<HotSpotsLayer | null>(null);
  const map = useRef<L.Map | null>(null);
  const lines = useRef<L.FeatureGroup | null>(null);
  const shown = useRef('');
  const hasView = useRef(false);
  const draw = () => {
    spots.current?.update(places.value.map(onMap), selectedPlace.value);
    // The places may come after the map.
    if (!hasView.current && spots.current && places.value.length > 0) {
      spots.current.fit();
      hasView.current = true;
    }
    if (!lines.current || !map.current) return;
    drawTracks(lines.current);
    const keys = tracks.value.map(({ key }) => key).join();
    if (keys === shown.current) return;
    shown.current = keys;
    fitTo(map.current, lines.current.getBounds());
  };
  useSignalEffect(draw);
  useSignalEffect(() => {
    if (selectedPlace.value) spots.current?.fit([selectedPlace.value], { maxZoom: 16.5 });
  });
  return (
    <div class="tracks-map">
      <MapView
        label={tracksText.value.map}
        onReady={(made) => {
          map.current = made;
          lines.current = L.featureGroup().addTo(made);
          spots.current = hotSpotsLayer(made, (id) => {
            selectedPlace.value = selectedPlace.value === id ? null : id;
          });
          draw();
          return () => spots.current?.remove();
        }}
      >
        <Legend about={tracksText.value.legend} />
      </MapView>
    </div>
  );
}

function onMap({ id, geometry, properties }: Place): MapHotSpot {
  const { code, name, state, labelPoint } = properties;
  const count = tracks.value
    .flatMap(({ visits }) => visits)
    .filter(({ hotSpotId }) => hotSpotId === id).length;
  const spoken = `${code} ${name}, ${tracksText.value.spoken(count)}`;
  return { id, code, name, state, figure: String(count), spoken, geometry, labelPoint };
}

/** A round mark where the track begins, a square one where it ends. */
function drawTracks(group: L.FeatureGroup): void {
  group.clearLayers();
  for (const [index, { line }] of tracks.value.entries()) {
    const points = line.map(([lon, lat]) => L.latLng(lat, lon));
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) continue;
    const style = { className: 'track-line', dashArray: dashOf(index), interactive: false };
    group.addLayer(L.polyline(points, { className: 'track-casing', interactive: false }));
    group.addLayer(L.polyline(points, style));
    group.addLayer(
      L.circleMarker(first, { radius: 6, className: 'track-start', interactive: false }),
    );
    const icon = L.divIcon({ className: 'track-end', iconSize: [12, 12] });
    group.addLayer(L.marker(last, { icon, interactive: false, keyboard: false }));
  }
}

/** The jumps of a bad receiver must not shrink the town to a dot: what is far off may lie outside. */
const NEAR_M = 5_000;

function fitTo(map: L.Map, bounds: L.LatLngBounds): void {
  if (!bounds.isValid()) return;
  const isNear = bounds.getNorthEast().distanceTo(bounds.getSouthWest()) < NEAR_M;
  if (isNear) map.fitBounds(bounds, { padding: [36, 36], maxZoom: 17, animate: false });
}
