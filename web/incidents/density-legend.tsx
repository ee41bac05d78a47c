/** What the four shades of the density surface mean. */
import { incidentsText } from '../text/incidents.ts';

const STEPS = [1, 2, 3, 4];

export function DensityLegend() {
  const words = incidentsText.value.map;
  return (
    <ul class="density-legend">
      {STEPS.map((step) => (
        <li key={step}>
          <span class={`density-swatch density-${step}`} aria-hidden="true" />
          {words.level(step * 20)}
        </li>
      ))}
    </ul>
  );
}
