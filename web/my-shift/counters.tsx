/** The four counters: a tap is one more; the last tap can be taken back; nothing is a valid answer. */
import { useSignal } from '@preact/signals';
import { NO_OUTCOME, type VisitOutcome } from '#core/model.ts';
import { myShiftText } from '../text/my-shift.ts';

type Counter = keyof VisitOutcome;

export const COUNTERS = Object.keys(NO_OUTCOME) as Counter[];

interface CountersProps {
  readonly outcome: VisitOutcome;
  readonly onChange: (outcome: VisitOutcome) => void;
}

export function Counters({ outcome, onChange }: CountersProps) {
  const taps = useSignal<readonly Counter[]>(tapsOf(outcome));
  const words = myShiftText.value;
  const more = (counter: Counter) => () => {
    taps.value = [...taps.value, counter];
    onChange({ ...outcome, [counter]: outcome[counter] + 1 });
  };
  const last = taps.value.at(-1);
  const takeBack = (counter: Counter) => () => {
    taps.value = taps.value.slice(0, -1);
    onChange({ ...outcome, [counter]: Math.max(0, outcome[counter] - 1) });
  };
  return (
    <div class="counters">
      {COUNTERS.map((counter) => (
        <button key={counter} type="button" class="counter-add" onClick={more(counter)}>
          <span>{words.counters[counter]}</span>
          <b aria-live="polite">{outcome[counter]}</b>
        </button>
      ))}
      {last && (
        <button type="button" class="big-button counter-less" onClick={takeBack(last)}>
          {words.less(words.counters[last])}
        </button>
      )}
    </div>
  );
}

/** After a reload nobody knows which came last: one counter after the other. */
const tapsOf = (outcome: VisitOutcome): Counter[] =>
  COUNTERS.flatMap((counter) => Array.from({ length: outcome[counter] }, () => counter));
