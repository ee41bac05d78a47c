/** «Vad händer om»: a patrol or an hour more or less, a hot spot boosted; value and targets side by side. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Supposition } from '#core/planner/suppose.ts';
import { decimal } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { Card } from './card.tsx';
import { patrolById, placeById, task } from './state.ts';
import { askWhatIf, type Figures, type Supposed, supposed } from './what-if.ts';

export function WhatIfCard() {
  const words = planText.value.whatIf;
  const boost = useSignal<string | null>(null);
  useEffect(() => {
    void askWhatIf(boost.value);
  }, [boost.value]);
  const asIs = supposed.value[0]?.figures ?? null;
  return (
    <Card title={words.title} back=".what-if-button">
      <p class="muted">{words.intro}</p>
      <table class="measures">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.doses}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody aria-busy={supposed.value.some(({ figures }) => figures === null)}>
          {supposed.value.map((row) => (
            <Row key={JSON.stringify(row.what)} row={row} asIs={asIs} />
          ))}
        </tbody>
      </table>
      <label class="loss-field">
        {words.boost}{' '}
        <select
          value={boost.value ?? ''}
          onChange={(event) => {
            boost.value = event.currentTarget.value || null;
          }}
        >
          <option value="">–</option>
          {task.value?.hotSpots.map(({ hotSpotId }) => (
            <option key={hotSpotId} value={hotSpotId}>
              {placeById(hotSpotId)?.properties.code}
            </option>
          ))}
        </select>
      </label>
    </Card>
  );
}

function Row({ row: { what, figures }, asIs }: { row: Supposed; asIs: Figures | null }) {
  const words = planText.value.whatIf;
  return (
    <tr>
      <th scope="row">{what ? suppositionText(what) : words.asIs}</th>
      <td class="num">{figures ? words.of(figures.met, figures.targets) : '…'}</td>
      <td class="num">{figures ? valueText(figures, what ? asIs : null) : '…'}</td>
    </tr>
  );
}

/** Of the shift as it is: points. Of the others: by how much more or less. */
function valueText({ value }: Figures, asIs: Figures | null): string {
  if (!asIs) return decimal(value, 0);
  const percent = asIs.value > 0 ? 100 * (value / asIs.value - 1) : 0;
  return planText.value.whatIf.change(decimal(Math.abs(percent), 1), Math.sign(percent));
}

/** What is supposed, in words. */
export function suppositionText(what: Supposition): string {
  const words = planText.value.whatIf;
  const problem = task.value?.problem;
  switch (what.kind) {
    case 'patrol-more':
      return words.patrolMore;
    case 'patrol-less':
      return words.patrolLess(patrolById(problem?.patrols[what.patrol]?.id ?? '')?.callSign ?? '');
    case 'hours':
      return words.hours(what.minutes);
    case 'window-later':
      return words.windowLater(what.minutes);
    case 'gap':
      return words.gap(what.minutes);
    default:
      return words.boosted(
        placeById(problem?.hotspots[what.hotspot]?.id ?? '')?.properties.code ?? '',
      );
  }
}
