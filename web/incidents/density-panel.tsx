/** Where incidents are dense, with the hot spots' borders over it. */
import './density.css';
import { useSignal, useSignalEffect } from '@preact/signals';
import L from 'leaflet';
import { useRef } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { call } from '../api.ts';
import { MapView } from '../map/map-view.tsx';
import { dateOf } from '../text/format.ts';
import { incidentsText } from '../text/incidents.ts';
import { problemText } from '../text/problem.ts';
import { type Density, drawDensity } from './density-layer.ts';
import { DensityLegend } from './density-legend.tsx';
import { count } from './figures.ts';
import { imports } from './kept-imports.ts';
import { useAnswer } from './use-answer.ts';

type Places = WireReply<'listHotSpots'>['features'];

const YEAR_DAYS = 365;

export function DensityPanel() {
  const words = incidentsText.value.map;
  const today = dateOf(Date.now());
  const from = useSignal(addDays(today, -YEAR_DAYS));
  const to = useSignal(today);
  const by = useSignal<'count' | 'harm'>('count');
  const isPeriod = from.value !== '' && to.value !== '' && from.value <= to.value;
  // What has been imported or withdrawn changes the answer.
  const stand = imports.value?.map(({ id, withdrawnAt }) => id + (withdrawnAt ?? '')).join();
  const key = isPeriod ? [from.value, to.value, by.value, stand].join() : null;
  const { answer, problem } = useAnswer(key, (signal) => {
    const query = { from: from.value, to: to.value, by: by.value };
    return call('getIncidentDensity', { query, signal });
  });
  return (
    <section class="density-panel" aria-labelledby="density-heading">
      <h2 id="density-heading">{words.heading}</h2>
      <p class="muted">{words.about}</p>
      <div class="fields">
        <DateField label={words.from} value={from} />
        <DateField label={words.to} value={to} />
        <label class="field">
          <span>{words.by}</span>
          <select
            value={by.value}
            onChange={(event) => {
              by.value = event.currentTarget.value === 'harm' ? 'harm' : 'count';
            }}
          >
            <option value="count">{words.count}</option>
            <option value="harm">{words.harm}</option>
          </select>
        </label>
      </div>
      {problem !== null && (
        <p class="notice error" role="alert">
          {problemText(problem)}
        </p>
      )}
      <p role="status">{answer && said(answer, by.value)}</p>
      <DensityMap density={answer} />
      {answer?.peakPerHa != null && <DensityLegend />}
      <p>
        <a href="/hot-spots">{words.draw}</a>
      </p>
    </section>
  );
}

function said({ count: incidents, peakPerHa }: Density, by: 'count' | 'harm'): string {
  const words = incidentsText.value.map;
  if (peakPerHa === null) return words.tooFew(count(incidents));
  const tell = by === 'harm' ? words.toldHarm : words.told;
  return tell(count(incidents), count(peakPerHa));
}

function DateField({ label, value }: { label: string; value: { value: string } }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="date"
        value={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </label>
  );
}

function DensityMap({ density }: { density: Density | null }) {
  const shown = useSignal(density);
  shown.value = density;
  const surface = useRef<L.LayerGroup | null>(null);
  useSignalEffect(() => {
    const now = shown.value;
    if (surface.current) drawDensity(surface.current, now);
  });
  return (
    <div class="density-map">
      <MapView
        label={incidentsText.value.map.label}
        onReady={(map) => {
          surface.current = L.layerGroup().addTo(map);
          drawDensity(surface.current, shown.peek());
          void drawPlaces(map);
        }}
      />
    </div>
  );
}

/** Borders with their codes; without them the surface is still there. */
async function drawPlaces(map: L.Map): Promise<void> {
  const places = await readPlaces();
  const bounds = L.latLngBounds([]);
  for (const { geometry, properties } of places) {
    if (properties.status === 'closed') continue;
    const area = L.geoJSON(geometry as unknown as GeoJSON.Geometry, {
      interactive: false,
      style: () => ({ className: 'plain-place' }),
    }).addTo(map);
    bounds.extend(area.getBounds());
    const [lon, lat] = properties.labelPoint;
    const icon = L.divIcon({ className: 'plain-code', html: properties.code, iconSize: [0, 0] });
    L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(map);
  }
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [40, 40], animate: false });
}

async function readPlaces(): Promise<Places> {
  try {
    return (await call('listHotSpots', { query: {} })).features;
  } catch {
    return [];
  }
}
