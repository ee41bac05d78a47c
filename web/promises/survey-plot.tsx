/** Points with their intervals by year, and no line between them: nobody has asked in between. */
import { useEffect, useRef } from 'preact/hooks';
import { decimal } from '../text/format.ts';
import { language } from '../text/language.ts';
import { promisesText } from '../text/promises.ts';
import { intervalOf, type SurveyFigure } from './survey-interval.ts';

interface SurveyPlotProps {
  readonly question: string;
  readonly figures: readonly SurveyFigure[];
}

const SIZE = { width: 460, height: 190, marginLeft: 40, marginBottom: 28 } as const;

export function SurveyPlot({ question, figures }: SurveyPlotProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const plot = await drawn(question, figures);
      if (!isGone) holder.current?.replaceChildren(plot);
    };
    void draw();
    return () => {
      isGone = true;
    };
  }, [figures, question, language.value]);
  return <div class="survey-plot" ref={holder} />;
}

/** The library is fetched by those who look at a plot, and by nobody else. */
async function drawn(question: string, figures: readonly SurveyFigure[]): Promise<Element> {
  const Plot = await import('@observablehq/plot');
  const words = promisesText.value.surveys;
  const years = figures.map(({ year }) => year);
  const span = {
    x: 'year',
    y1: 'low',
    y2: 'high',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round',
  } as const;
  const intervals = figures.flatMap((figure) => {
    const interval = intervalOf(figure);
    return interval ? [{ year: figure.year, ...interval }] : [];
  });
  const plot = Plot.plot({
    ...SIZE,
    ariaLabel: words.plot(question),
    ariaDescription: figures.map(({ year, percent }) => `${year}: ${percent} %`).join(', '),
    style: { background: 'none', fontFamily: 'inherit', fontSize: '12px' },
    x: {
      domain: [Math.min(...years) - 0.5, Math.max(...years) + 0.5],
      ticks: [...new Set(years)],
      tickFormat: String,
      label: null,
    },
    y: {
      domain: [
        0,
        Math.max(10, ...figures.map((one) => intervalOf(one)?.high ?? one.percent)) * 1.1,
      ],
      grid: true,
      ticks: 4,
      label: words.axis,
      labelArrow: 'none',
    },
    marks: [
      Plot.ruleX(
        intervals.filter(({ isComputed }) => !isComputed),
        span,
      ),
      Plot.ruleX(
        intervals.filter(({ isComputed }) => isComputed),
        { ...span, strokeDasharray: '1 4' },
      ),
      Plot.dot(figures, { x: 'year', y: 'percent', r: 4.5, fill: 'currentColor' }),
      Plot.text(figures, {
        x: 'year',
        y: 'percent',
        dx: 9,
        textAnchor: 'start',
        fill: 'currentColor',
        text: ({ percent }: SurveyFigure) => decimal(percent, 1),
      }),
    ],
  });
  // The page takes no style from within (its content security policy); `surveys.css` says the same.
  plot.querySelector('style')?.remove();
  // A picture with a name; what is drawn in it has none of its own that ARIA knows.
  plot.setAttribute('role', 'img');
  for (const mark of plot.querySelectorAll('[aria-label="rule"], [aria-label="dot"]'))
    mark.removeAttribute('aria-label');
  return plot;
}
