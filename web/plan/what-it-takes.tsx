/** «Vad skulle krävas?» of one unmet demand: each answer is a plan that was searched for. */
import { planText } from '../text/plan.ts';
import { askWhatItTakes, taken } from './what-if.ts';
import { suppositionText } from './what-if-card.tsx';

interface WhatItTakesProps {
  readonly hotSpotId: string;
  readonly windowId: string;
}

export function WhatItTakes({ hotSpotId, windowId }: WhatItTakesProps) {
  const words = planText.value.whatIf;
  const asked = taken.value;
  if (asked?.hotSpotId !== hotSpotId || asked.windowId !== windowId)
    return (
      <button
        type="button"
        class="button small quiet"
        onClick={() => void askWhatItTakes(hotSpotId, windowId)}
      >
        {words.whatItTakes}
      </button>
    );
  return (
    <ul class="takes" aria-busy={asked.answers.some(({ missing }) => missing === null)}>
      {asked.answers.map(({ what, missing }) => (
        <li key={what.kind}>
          {suppositionText(what)}: <b>{missing === null ? '…' : words.would(missing)}</b>
        </li>
      ))}
    </ul>
  );
}
