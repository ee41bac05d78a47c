/** The map twin of the list; here borders are drawn. */
import { useSignalEffect } from '@preact/signals';
import L from 'leaflet';
import { useEffect, useRef } from 'preact/hooks';
import { DensityToggle } from '../incidents/density-toggle.tsx';
import { type HotSpotsLayer, hotSpotsLayer, type MapHotSpot } from '../map/hot-spots-layer.ts';
import { MapView } from '../map/map-view.tsx';
import { Legend } from '../map/state-mark.tsx';
import { may } from '../state/session.ts';
import { longHours } from '../text/format.ts';
import { shellText } from '../text/shell.ts';
import { attachDrawing, type Drawing } from './drawing.ts';
import { dashed, leaveDrawing, mode, type Place, places, selectedId, verdict } from './state.ts';

const HOUR_MS = 3_600_000;

function toMap({ id, geometry, properties }: Place): MapHotSpot {
  const words = shellText.value.map;
  const { code, name, state, labelPoint, lastDoseAt } = properties;
  const figure =
    lastDoseAt === null ? '–' : longHours((Date.now() - Date.parse(lastDoseAt)) / HOUR_MS);
  return {
    id,
    code,
    name,
    state,
    figure,
    spoken: `${code} ${name}, ${words.state[state]}`,
    geometry,
    labelPoint,
  };
}

export function PlacesMap() {
  const spots = useRef<HotSpotsLayer | null>(null);
  const drawing = useRef<Drawing | null>(null);
  const marks = useRef<L.LayerGroup | null>(null);
  const density = useRef<L.LayerGroup | null>(null);
  useSignalEffect(() => {
    const hidden = mode.value === 'move' ? selectedId.value : null;
    const shown = places.value.filter(
      ({ id, properties }) => id !== hidden && properties.status !== 'closed',
    );
    spots.current?.update(shown.map(toMap), selectedId.value);
  });
  useSignalEffect(() => {
    if (marks.current) drawMarks(marks.current);
  });
  useSignalEffect(() => {
    if (selectedId.value && mode.peek() === 'view')
      spots.current?.fit([selectedId.value], { maxZoom: 16.5 });
  });
  useEffect(() => () => drawing.current?.remove(), []);
  return (
    <div class="spots-map">
      <MapView
        onReady={(map) => {
          density.current = L.layerGroup().addTo(map);
          spots.current = hotSpotsLayer(map, (id) => {
            if (mode.value === 'draw' || mode.value === 'move') return;
            leaveDrawing();
            selectedId.value = id;
          });
          marks.current = L.layerGroup().addTo(map);
          spots.current.update(places.value.map(toMap), selectedId.value);
          spots.current.fit();
          drawing.current = attachDrawing(map);
          return () => spots.current?.remove();
        }}
      >
        {may('getIncidentDensity') && <DensityToggle layer={density} />}
        <Legend />
      </MapView>
    </div>
  );
}

/** Earlier borders and imported shapes dashed, and the places that a refused border must be mended at. */
function drawMarks(group: L.LayerGroup): void {
  group.clearLayers();
  for (const geometry of dashed.value) {
    group.addLayer(
      L.geoJSON(geometry, {
        interactive: false,
        style: () => ({ className: 'dashed-border' }),
      }),
    );
  }
  for (const { values } of verdict.value?.problems ?? []) {
    const { lon, lat } = values;
    if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lat) > 90) continue;
    group.addLayer(
      L.circleMarker([lat, lon], { radius: 9, className: 'problem-mark', interactive: false }),
    );
  }
}
