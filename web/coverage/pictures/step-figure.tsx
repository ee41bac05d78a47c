/** A number of a step on the axis of time, which opens the rows of its days. */
import type { Period } from '#core/calendar/period.ts';
import { coverageText } from '../../text/coverage.ts';
import { Figure } from '../figure.tsx';
import { whole } from '../numbers.ts';
import type { Figures } from '../state.ts';
import { stepName } from './step-name.ts';
import { daysOfStep } from './step-period.ts';

interface StepFigureProps {
  readonly step: Figures['trend'][number];
  readonly kind: 'promised' | 'planned' | 'delivered';
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly hotSpot?: { readonly hotSpotId: string; readonly code: string; readonly name: string };
}

export function StepFigure({ step, kind, period, hotSpot }: StepFigureProps) {
  const { rates } = coverageText.value;
  const title = { promised: rates.promisedAll, planned: rates.planned, delivered: rates.delivered };
  const place = hotSpot ? `${hotSpot.code} ${hotSpot.name}, ` : '';
  const of = hotSpot ? { hotSpotId: hotSpot.hotSpotId } : {};
  return (
    <Figure
      title={title[kind]}
      place={place + stepName(step.step)}
      value={whole(step[kind])}
      definition={kind}
      rows={{ kind, ...of, ...daysOfStep(step.step, period) }}
    />
  );
}
