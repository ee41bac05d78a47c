/** The four counters: a tap is one more, the small minus one less; nothing is a valid answer. */
import { NO_OUTCOME, type VisitOutcome } from '#core/model.ts';
import { myShiftText } from '../text/my-shift.ts';

export const COUNTERS = Object.keys(NO_OUTCOME) as (keyof VisitOutcome)[];

interface CountersProps {
  readonly outcome: VisitOutcome;
  readonly onChange: (outcome: VisitOutcome) => void;
}

export function Counters({ outcome, onChange }: CountersProps) {
  const words = myShiftText.value;
  const change = (counter: keyof VisitOutcome, by: number) => () => {
    onChange({ ...outcome, [counter]: Math.max(0, outcome[counter] + by) });
  };
  return (
    <div class="counters">
      {COUNTERS.map((counter) => (
        <div class="counter" key={counter}>
          <button type="button" class="counter-add" onClick={change(counter, 1)}>
            <span>{words.counters[counter]}</span>
            <b aria-live="polite">{outcome[counter]}</b>
          </button>
          {outcome[counter] > 0 && (
            <button
              type="button"
              class="counter-less"
              aria-label={words.less(words.counters[counter])}
              onClick={change(counter, -1)}
            >
              −
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
