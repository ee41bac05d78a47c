/** The pictures of the period, a chunk of their own: the library that draws them is heavy, and the figures come first. */
import './pictures.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call } from '../../api.ts';
import { coverageText } from '../../text/coverage.ts';
import { isLong, type Scope } from '../period.ts';
import { queryOf, type Report } from '../state.ts';
import type { Strips } from './strips.ts';
import { StripsFigure } from './strips-figure.tsx';
import { TimelineFigure } from './timeline-figure.tsx';
import { WeeksFigure } from './weeks-figure.tsx';

export function Pictures({ shown, scope }: { shown: Report; scope: Scope }) {
  const words = coverageText.value.pictures;
  const strips = useSignal<Strips | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    const controller = new AbortController();
    call('getCoverageStrips', { query: queryOf(scope), signal: controller.signal })
      .then((found) => {
        strips.value = found;
        failed.value = false;
        return found;
      })
      .catch(() => {
        failed.value = !controller.signal.aborted;
      });
    return () => controller.abort();
  }, [shown]);
  const byWeek = !isLong(scope.period);
  return (
    <section class="pictures" aria-labelledby="pictures-heading">
      <h2 id="pictures-heading">{words.heading}</h2>
      <TimelineFigure trend={shown.totals.trend} byWeek={byWeek} period={shown} />
      <WeeksFigure hotSpots={shown.hotSpots} byWeek={byWeek} period={shown} />
      {strips.value && <StripsFigure strips={strips.value} from={shown.from} />}
      {failed.value && <p role="alert">{words.failed}</p>}
    </section>
  );
}
