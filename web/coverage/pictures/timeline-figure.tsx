/** Promised, planned and delivered over the period: a frame for what was planned, filled by what was done. */
import { axisX, axisY, barY, type PlotOptions, ruleY, tickY } from '@observablehq/plot';
import { useCallback } from 'preact/hooks';
import type { Period } from '#core/calendar/period.ts';
import { coverageText } from '../../text/coverage.ts';
import type { Figures } from '../state.ts';
import { PlotFigure } from './plot-figure.tsx';
import { StepFigure } from './step-figure.tsx';
import { stepName } from './step-name.ts';

type Trend = Figures['trend'];

interface TimelineProps {
  readonly trend: Trend;
  readonly byWeek: boolean;
  readonly period: Pick<Period, 'from' | 'to'>;
}

export function TimelineFigure({ trend, byWeek, period }: TimelineProps) {
  const { pictures, rates } = coverageText.value;
  const words = pictures.timeline;
  const draw = useCallback((widthPx: number) => bullets(trend, widthPx), [trend]);
  return (
    <PlotFigure
      id="picture-timeline"
      title={words.title}
      about={words.about}
      spoken={words.spoken(trend.length)}
      draw={draw}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{byWeek ? words.step : words.stepMonth}</th>
            <th scope="col">{rates.promisedAll}</th>
            <th scope="col">{rates.planned}</th>
            <th scope="col">{rates.delivered}</th>
          </tr>
        </thead>
        <tbody>
          {trend.map((step) => (
            <tr key={step.step}>
              <th scope="row">{stepName(step.step)}</th>
              {(['promised', 'planned', 'delivered'] as const).map((kind) => (
                <td key={kind}>
                  <StepFigure step={step} kind={kind} period={period} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PlotFigure>
  );
}

const TICK_PX = 56;

function bullets(trend: Trend, widthPx: number): PlotOptions {
  const steps = trend.map(({ step }) => step);
  const each = Math.max(1, Math.ceil((steps.length * TICK_PX) / widthPx));
  const barPx = (widthPx - 40) / Math.max(1, steps.length);
  return {
    width: widthPx,
    height: 210,
    marginLeft: 34,
    marginTop: 12,
    x: { type: 'band', domain: steps, padding: barPx > 12 ? 0.28 : 0.1 },
    y: { nice: true, grid: true },
    marks: [
      axisX({
        ticks: steps.filter((_, index) => index % each === 0),
        tickFormat: stepName,
        tickSize: 0,
        label: null,
        color: 'var(--ink-2)',
      }),
      axisY({ ticks: 4, tickSize: 0, label: null, color: 'var(--ink-2)' }),
      barY(trend, {
        x: 'step',
        y: 'planned',
        fill: 'none',
        stroke: 'var(--line-strong)',
        strokeWidth: 1.25,
      }),
      barY(trend, {
        x: 'step',
        y: 'delivered',
        fill: 'var(--on)',
        insetLeft: Math.min(4, barPx * 0.12),
        insetRight: Math.min(4, barPx * 0.12),
      }),
      tickY(trend, { x: 'step', y: 'promised', stroke: 'var(--ink)', strokeWidth: 2, inset: -2 }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
    ],
  };
}
