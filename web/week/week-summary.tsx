/** The week in one line of words. */
import { weekText } from '../text/week.ts';
import { figures, isWaiting } from './state.ts';

export function WeekSummary() {
  const words = weekText.value.summary;
  if (!figures.value) return null;
  const { totals, withoutTooLong, gapTooLong, load } = figures.value;
  const { wanted, made, planned } = totals;
  // Before it is planned, a week without doses is a task and no fault.
  const broken = isWaiting.value ? 'waiting' : 'broken';
  const percent = (share: number) => Math.round(100 * share);
  return (
    <p class="week-summary">
      <span>
        <b>{words.doses(made + planned, wanted)}</b> {made > 0 ? words.made : words.planned}
      </span>
      {withoutTooLong.length > 0 ? (
        <span class={broken}>{words.without(withoutTooLong.length)}</span>
      ) : (
        <span>{words.noneWithout}</span>
      )}
      {gapTooLong.length > 0 && <span class={broken}>{words.gaps(gapTooLong.length)}</span>}
      {load && <span>{words.load(percent(load.lowest), percent(load.highest))}</span>}
    </p>
  );
}
