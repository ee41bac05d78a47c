/** The small map with the next stop in its middle; the list says the same without it. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type HotSpotsLayer, hotSpotsLayer, type MapHotSpot } from '../map/hot-spots-layer.ts';
import { MapView } from '../map/map-view.tsx';
import { shellText } from '../text/shell.ts';
import { now, type Place, places } from './state.ts';

const HOUR_MS = 3_600_000;

export function toMapHotSpot({ id, geometry, properties }: Place, at: number): MapHotSpot {
  const words = shellText.value.map;
  const { code, name, state, labelPoint, lastDoseAt } = properties;
  const hours =
    lastDoseAt === null ? null : Math.max(0, Math.floor((at - Date.parse(lastDoseAt)) / HOUR_MS));
  const figure = hours === null ? '–' : words.hours(hours);
  const spoken = `${code} ${name}, ${words.state[state]}, ${hours === null ? words.never : words.hours(hours)}`;
  return { id, code, name, state, figure, spoken, geometry, labelPoint };
}

export function StopMap({ selected }: { selected: string | null }) {
  const layer = useRef<HotSpotsLayer | null>(null);
  const shown = useRef('');
  const draw = () => {
    layer.current?.update(
      places.value.map((place) => toMapHotSpot(place, now.peek())),
      selected,
    );
    const wanted = selected ?? 'all';
    if (shown.current === wanted || places.value.length === 0) return;
    layer.current?.fit(selected ? [selected] : undefined, { maxZoom: 16.5 });
    if (layer.current) shown.current = wanted;
  };
  useSignalEffect(draw);
  useEffect(draw, [selected]);
  return (
    <div class="stop-map">
      <MapView
        onReady={(made) => {
          layer.current = hotSpotsLayer(made, () => {});
          draw();
          return () => layer.current?.remove();
        }}
      />
    </div>
  );
}
