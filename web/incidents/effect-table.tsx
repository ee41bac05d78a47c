/** Incidents before and after, where they lie, with what is known of each figure. */
import { evaluationText } from '../text/evaluation.ts';
import { decimal } from '../text/format.ts';
import type { RingEffect } from './effect-screen.tsx';
import { Figure, FigureTable } from './figure-table.tsx';
import { change, count } from './figures.ts';

type ZoneEffect = RingEffect['treated'];

interface Props {
  readonly ring: RingEffect;
  /** One hot spot is looked at. */
  readonly isOne: boolean;
  /** All municipalities are looked at together. */
  readonly isArea: boolean;
}

export function EffectTable({ ring, isOne, isArea }: Props) {
  const words = evaluationText.value.effect.table;
  return (
    <FigureTable
      caption={words.caption}
      headings={[words.where, words.before, words.after, words.change, words.against]}
    >
      <Line name={isOne ? words.treatedOne : words.treated} zone={ring.treated} />
      <Line name={words.ringName(ring.ringM)} zone={ring.ring} />
      <Line name={isArea ? words.controlOfArea : words.control} zone={ring.control} />
    </FigureTable>
  );
}

function Line({ name, zone }: { name: string; zone: ZoneEffect }) {
  const words = evaluationText.value.effect.table;
  return (
    <tr>
      <th scope="row">{name}</th>
      <Figure name={words.before}>
        <b>{count(zone.before)}</b> <small>{between(zone.beforeInterval)}</small>
      </Figure>
      <Figure name={words.after}>
        <b>{count(zone.after)}</b> <small>{between(zone.afterInterval)}</small>
      </Figure>
      <Figure name={words.change}>
        <Change known={zone.change} />
      </Figure>
      <Figure name={words.against}>{zone.against ? <Change known={zone.against} /> : '–'}</Figure>
    </tr>
  );
}

const between = ({ low, high }: ZoneEffect['beforeInterval']): string =>
  evaluationText.value.effect.table.between(decimal(low, 1), decimal(high, 1));

function Change({ known }: { known: NonNullable<ZoneEffect['against']> }) {
  const words = evaluationText.value.effect;
  if (!known.known) return <span class="muted">{words.change[known.reason]}</span>;
  return (
    <>
      <b>{change(known.change)}</b>{' '}
      <small>{words.table.between(change(known.low), change(known.high))}</small>
    </>
  );
}
