/** The map of the period: each hot spot by how much of what was promised was delivered. */
import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type HotSpotsLayer, hotSpotsLayer, type MapHotSpot } from '../map/hot-spots-layer.ts';
import { MapView } from '../map/map-view.tsx';
import { Legend } from '../map/state-mark.tsx';
import { coverageText } from '../text/coverage.ts';
import { shellText } from '../text/shell.ts';
import { loadPlaces, type Places, places } from './places.ts';
import { type HotSpotLine, report, selected } from './state.ts';

/** Room for the labels, which are wider than their areas. */
const FIT = { padding: [44, 36] as [number, number] };

export function CoverageMap() {
  const words = coverageText.value.map;
  const layer = useRef<HotSpotsLayer | null>(null);
  const fitted = useRef('');
  useEffect(() => {
    void loadPlaces();
  }, []);
  const update = () => {
    const shown = onMap(report.value?.hotSpots ?? [], places.value);
    layer.current?.update(shown, selected.value);
    const key = shown.map(({ id }) => id).join();
    if (key === fitted.current) return;
    fitted.current = key;
    layer.current?.fit(undefined, FIT);
  };
  useSignalEffect(update);
  return (
    <div class="box coverage-map">
      <MapView
        label={words.label}
        onReady={(map) => {
          layer.current = hotSpotsLayer(map, (id) => {
            selected.value = selected.value === id ? null : id;
          });
          update();
          map.on('resize', () => layer.current?.fit(undefined, FIT));
          return () => layer.current?.remove();
        }}
      />
      <Legend about={words.legend} />
    </div>
  );
}

function onMap(lines: readonly HotSpotLine[], places: Places): MapHotSpot[] {
  return lines.flatMap((line) => {
    const place = places.find(({ id }) => id === line.hotSpotId);
    return place ? [shownOnMap(line, place.geometry)] : [];
  });
}

function shownOnMap(
  { hotSpotId, code, name, state, labelPoint, figures }: HotSpotLine,
  geometry: unknown,
) {
  const { delivered, promised } = figures;
  const { of } = coverageText.value.table;
  const share = of(String(delivered.doses), String(promised.doses));
  return {
    id: hotSpotId,
    code,
    name,
    state,
    figure: `${delivered.doses}/${promised.doses}`,
    spoken: `${name}, ${shellText.value.map.state[state]}, ${share}`,
    geometry,
    labelPoint,
  };
}
