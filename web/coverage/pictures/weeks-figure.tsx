/** Small multiples: doses by week, one chart a hot spot, all on the same scales so that they can be compared. */
import { axisX, axisY, barY, type PlotOptions, ruleY, text, tickY } from '@observablehq/plot';
import { useCallback } from 'preact/hooks';
import type { Period } from '#core/calendar/period.ts';
import { coverageText } from '../../text/coverage.ts';
import type { HotSpotLine } from '../state.ts';
import { PlotFigure } from './plot-figure.tsx';
import { StepFigure } from './step-figure.tsx';
import { stepName } from './step-name.ts';

interface WeeksProps {
  readonly hotSpots: readonly HotSpotLine[];
  readonly byWeek: boolean;
  readonly period: Pick<Period, 'from' | 'to'>;
}

/** About as narrow as thirty bars can be told apart. */
const CHART_PX = 300;
const ROW_PX = 122;

export function WeeksFigure({ hotSpots, byWeek, period }: WeeksProps) {
  const words = coverageText.value.pictures;
  const steps = hotSpots[0]?.figures.trend.map(({ step }) => step) ?? [];
  const draw = useCallback((widthPx: number) => smallMultiples(hotSpots, widthPx), [hotSpots]);
  return (
    <PlotFigure
      id="picture-weeks"
      title={byWeek ? words.weeks.title : words.weeks.titleMonths}
      about={words.weeks.about}
      spoken={words.weeks.spoken(hotSpots.length, steps.length)}
      draw={draw}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{coverageText.value.table.hotSpot}</th>
            {steps.map((step) => (
              <th key={step} scope="col">
                {stepName(step)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hotSpots.map((hotSpot) => (
            <tr key={hotSpot.hotSpotId}>
              <th scope="row">
                {hotSpot.code} {hotSpot.name}
              </th>
              {hotSpot.figures.trend.map((step) => (
                <td key={step.step}>
                  <StepFigure step={step} kind="delivered" period={period} hotSpot={hotSpot} />
                  {' / '}
                  <StepFigure step={step} kind="promised" period={period} hotSpot={hotSpot} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PlotFigure>
  );
}

function smallMultiples(hotSpots: readonly HotSpotLine[], widthPx: number): PlotOptions {
  const columns = Math.max(1, Math.min(hotSpots.length, Math.floor(widthPx / CHART_PX)));
  const place = (index: number) => ({ fx: index % columns, fy: Math.floor(index / columns) });
  const bars = hotSpots.flatMap(({ figures: { trend } }, index) =>
    trend.map((step) => ({ ...step, ...place(index) })),
  );
  const names = hotSpots.map(({ code, name }, index) => ({
    ...place(index),
    title: `${code} ${name}`,
  }));
  const steps = [...new Set(bars.map(({ step }) => step))];
  const shown = everyFew(steps, 4);
  return {
    width: widthPx,
    height: Math.ceil(hotSpots.length / columns) * ROW_PX + 30,
    marginLeft: 30,
    marginTop: 30,
    marginBottom: 26,
    fx: { axis: null, padding: 0.1 },
    fy: { axis: null, padding: 0.36 },
    x: { type: 'band', domain: steps, padding: 0.25 },
    y: { nice: true, ticks: 2 },
    marks: [
      axisX({
        ticks: shown,
        tickFormat: stepName,
        tickSize: 0,
        label: null,
        color: 'var(--ink-2)',
      }),
      axisY({ ticks: 2, tickSize: 0, label: null, color: 'var(--ink-2)' }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      barY(bars, { fx: 'fx', fy: 'fy', x: 'step', y: 'delivered', fill: 'var(--on)' }),
      tickY(bars, {
        fx: 'fx',
        fy: 'fy',
        x: 'step',
        y: 'promised',
        stroke: 'var(--ink)',
        strokeWidth: 1.5,
        inset: -1,
      }),
      text(names, {
        fx: 'fx',
        fy: 'fy',
        text: 'title',
        frameAnchor: 'top-left',
        dy: -20,
        fill: 'var(--ink)',
        fontSize: 12,
        fontWeight: 600,
      }),
    ],
  };
}

/** The first and every so many after it, so that names do not run into each other. */
function everyFew(steps: readonly string[], most: number): string[] {
  const each = Math.max(1, Math.ceil(steps.length / most));
  return steps.filter((_, index) => index % each === 0);
}
