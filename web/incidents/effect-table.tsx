/** Incidents before and after, where they lie, with what is known of each figure. */
import { evaluationText } from '../text/evaluation.ts';
import { decimal } from '../text/format.ts';
import type { RingEffect } from './effect-screen.tsx';
import { change, count } from './figures.ts';

type ZoneEffect = RingEffect['treated'];

export function EffectTable({ ring, isOne }: { ring: RingEffect; isOne: boolean }) {
  const words = evaluationText.value.effect.table;
  return (
    <div class="box" tabIndex={0} role="region" aria-label={words.caption}>
      <table class="evaluation-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          <Line name={isOne ? words.treatedOne : words.treated} zone={ring.treated} />
          <Line name={words.ringName(ring.ringM)} zone={ring.ring} />
          <Line name={words.control} zone={ring.control} />
        </tbody>
      </table>
    </div>
  );
}

function Line({ name, zone }: { name: string; zone: ZoneEffect }) {
  const words = evaluationText.value.effect.table;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name={words.before}>
        <b>{count(zone.before)}</b> <small>{between(zone.beforeInterval)}</small>
      </td>
      <td data-name={words.after}>
        <b>{count(zone.after)}</b> <small>{between(zone.afterInterval)}</small>
      </td>
      <td data-name={words.change}>
        <Change zone={zone} />
      </td>
    </tr>
  );
}

const between = ({ low, high }: ZoneEffect['beforeInterval']): string =>
  evaluationText.value.effect.table.between(decimal(low, 1), decimal(high, 1));

function Change({ zone: { change: known } }: { zone: ZoneEffect }) {
  const words = evaluationText.value.effect;
  if (!known.known) return <span class="muted">{words.change[known.reason]}</span>;
  return (
    <>
      <b>{change(known.change)}</b>{' '}
      <small>{words.table.between(change(known.low), change(known.high))}</small>
    </>
  );
}
