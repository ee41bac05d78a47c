/** How a promise stands: shape and colour, and a word for those who see neither. */
import { promisesText } from '../text/promises.ts';
import type { ForecastKind } from './forecast-text.ts';

const SHAPES: Readonly<Record<ForecastKind, string>> = {
  kept: 'M1.5 6.2 5 9.7 11 2.8',
  'will-be-kept': 'M1.5 10.5 10.5 1.5M4.5 1.5h6v6',
  'will-not-be-kept': 'M1.5 1.5l9 9M10.5 4.5v6h-6',
  'not-kept': 'M2 2l8 8M10 2l-8 8',
  unknown: 'M2 6h8',
};

export function PromiseMark({ kind }: { kind: ForecastKind }) {
  return (
    <svg class={`promise-mark ${kind}`} viewBox="0 0 12 12" role="img">
      <title>{promisesText.value.marks[kind]}</title>
      <path d={SHAPES[kind]} />
    </svg>
  );
}
