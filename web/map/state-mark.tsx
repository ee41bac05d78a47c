/** The sign of a hot spot's state: colour and shape together, never colour alone. */
import './state-mark.css';
import type { HotSpotState } from '#core/dosage/hot-spot-state.ts';
import { shellText } from '../text/shell.ts';

const GLYPHS: Readonly<Record<HotSpotState, string>> = {
  'behind-2': '▲▲',
  'behind-1': '▲',
  on: '●',
  above: '◆',
};

export const glyphOf = (state: HotSpotState): string => GLYPHS[state];

export function StateMark({ state }: { state: HotSpotState }) {
  return (
    <span class={`state-mark ${state}`} role="img" aria-label={shellText.value.map.state[state]}>
      {glyphOf(state)}
    </span>
  );
}

/** What the signs mean; lies over the map. `about` says what the number beside a code is. */
export function Legend({ about }: { about?: string }) {
  const words = shellText.value.map;
  return (
    <ul class="map-legend">
      {(Object.keys(GLYPHS) as HotSpotState[]).map((state) => (
        <li key={state}>
          <span class={`state-mark ${state}`} aria-hidden="true">
            {glyphOf(state)}
          </span>{' '}
          {words.state[state]}
        </li>
      ))}
      <li class="muted">{about ?? words.legend}</li>
    </ul>
  );
}
