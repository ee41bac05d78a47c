/** Doses a week (or month) as bars, with a tick at what was promised; said in words to who cannot see them. */
import { coverageText } from '../text/coverage.ts';
import { stepName } from './pictures/step-name.ts';
import type { Figures } from './state.ts';

const HEIGHT = 24;
const TOP = 2;
const WIDTH = 132;

export function TrendBars({ trend, state }: { trend: Figures['trend']; state: string }) {
  const most = Math.max(1, ...trend.flatMap(({ promised, delivered }) => [promised, delivered]));
  const step = Math.min(11, WIDTH / Math.max(1, trend.length));
  const bar = Math.max(1, step * 0.66);
  const y = (count: number) => HEIGHT - (count / most) * (HEIGHT - TOP);
  return (
    <svg
      class={`trend-bars ${state}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={spoken(trend)}
    >
      {trend.map(({ step: name, promised, delivered }, index) => (
        <g key={name}>
          <rect
            class={delivered > 0 ? 'delivered' : 'nothing'}
            x={index * step}
            y={delivered > 0 ? y(delivered) : HEIGHT - 1}
            width={bar}
            height={delivered > 0 ? HEIGHT - y(delivered) : 1}
          />
          {promised > 0 && (
            <line
              class="promised"
              x1={index * step}
              x2={index * step + bar}
              y1={y(promised)}
              y2={y(promised)}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

function spoken(trend: Figures['trend']): string {
  const { table } = coverageText.value;
  const steps = trend.map(({ step, promised, delivered }) =>
    table.step(stepName(step), delivered, promised),
  );
  return `${table.trend} ${steps.join(', ')}`;
}
