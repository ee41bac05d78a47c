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
import { drawDensity } from './density-layer.ts';
import { count } from './figures.ts';

const YEAR_DAYS = 365;

export function DensityToggle({ layer }: { layer: RefObject<L.LayerGroup | null> }) {
  const words = incidentsText.value.map;
  const isOn = useSignal(false);
  const note = useSignal('');
  const toggle = async () => {
    isOn.value = !isOn.value;
    note.value = '';
    if (layer.current) drawDensity(layer.current, null);
    if (!isOn.value) return;
    try {
      const to = dateOf(Date.now());
      const query = { from: addDays(to, -YEAR_DAYS), to };
      const density = await call('getIncidentDensity', { query });
      if (layer.current && isOn.value) drawDensity(layer.current, density);
      if (density.peakPerHa === null) note.value = words.tooFew(count(density.count));
    } catch (error) {
      note.value = problemText(error);
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
      <span role="status">{note.value}</span>
    </div>
  );
}
