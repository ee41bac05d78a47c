/** Lays the density of the last year's incidents under the hot spots, for whoever draws them. */
import './density.css';
import { useSignal } from '@preact/signals';
import type L from 'leaflet';
import type { RefObject } from 'preact';
import { addDays } from '#core/calendar/calendar-date.ts';
import { call } from '../api.ts';
import { dateOf } from '../text/format.ts';
import { incidentsText } from '../text/incidents.ts';
import { problemText } from '../text/problem.ts';
import { type Density, drawDensity } from './density-layer.ts';
import { DensityLegend } from './density-legend.tsx';
import { count } from './figures.ts';

const YEAR_DAYS = 365;

export function DensityToggle({ layer }: { layer: RefObject<L.LayerGroup | null> }) {
  const words = incidentsText.value.map;
  const isOn = useSignal(false);
  const shown = useSignal<Density | null>(null);
  const problem = useSignal<unknown>(null);
  const show = (density: Density | null) => {
    shown.value = density;
    if (layer.current) drawDensity(layer.current, density);
  };
  const toggle = async () => {
    isOn.value = !isOn.value;
    problem.value = null;
    show(null);
    if (!isOn.value) return;
    try {
      const to = dateOf(Date.now());
      const query = { from: addDays(to, -YEAR_DAYS), to };
      const density = await call('getIncidentDensity', { query });
      if (isOn.value) show(density);
    } catch (error) {
      isOn.value = false;
      problem.value = error;
    }
  };
  return (
    <div class="density-toggle no-print">
      <button
        type="button"
        class="button small"
        aria-pressed={isOn.value}
        onClick={() => void toggle()}
      >
        {words.show}
      </button>
      <div role="status">
        {problem.value !== null && <p>{problemText(problem.value)}</p>}
        {shown.value && <Shown density={shown.value} />}
      </div>
    </div>
  );
}

/** What is seen, or why nothing is. */
function Shown({ density: { count: incidents, peakPerHa } }: { density: Density }) {
  const words = incidentsText.value.map;
  if (peakPerHa === null) return <p>{words.tooFew(count(incidents))}</p>;
  return (
    <>
      <p>{words.lastYear(count(incidents))}</p>
      <DensityLegend />
    </>
  );
}
