/** The next step, which follows the week's state: plan → publish all drafts → nothing more. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WeekStep } from '#core/planner/week/plan-week.ts';
import { dayName } from '../text/format.ts';
import { shellText } from '../text/shell.ts';
import { weekText } from '../text/week.ts';
import { cancelPlanning, planTheWeek, publishDrafts, takeBest } from './actions.ts';
import { nextStep } from './next-step.ts';
import { drafts, openShifts, planning, week } from './state.ts';

export function WeekActions() {
  const asking = useSignal(false);
  const words = weekText.value;
  if (!week.value || week.value.shifts.length === 0) return null;
  if (planning.value) return <Progress />;
  if (asking.value)
    return (
      <AskToPublish
        onAnswer={(go) => {
          asking.value = false;
          if (go) void publishDrafts();
        }}
      />
    );
  const step = nextStep(week.value.shifts, Date.now());
  const hasDrafts = drafts.value.length > 0;
  return (
    <div class="week-actions no-print">
      {step !== 'plan' && step !== 'publish' && <p class="muted">{words.steps[step]}</p>}
      <button type="button" class="button quiet print" onClick={() => window.print()}>
        {words.print}
      </button>
      {openShifts.value.length > 0 && (
        <button
          type="button"
          class={`button plan${step === 'plan' ? ' primary' : ''}`}
          onClick={() => void planTheWeek()}
        >
          {step === 'plan' ? words.plan : words.planAgain}
        </button>
      )}
      {hasDrafts && (
        <button
          type="button"
          class={`button publish${step === 'publish' ? ' primary' : ''}`}
          onClick={() => {
            asking.value = true;
          }}
        >
          {words.publish(drafts.value.length)}
        </button>
      )}
    </div>
  );
}

/** How far the planning has come; what there is can be taken as it is, or all of it be given up. */
function Progress() {
  const words = weekText.value;
  const stop = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    stop.current?.focus();
    return () => {
      if (document.activeElement?.closest('.week-actions')) focusOn('.week-actions .primary');
    };
  }, []);
  const step = planning.value?.step ?? null;
  return (
    <div class="week-actions no-print">
      <p id="week-step">{step ? stepText(step) : words.preparing}</p>
      <progress aria-label={words.plan} aria-describedby="week-step" value={step?.share ?? 0} />
      <button
        type="button"
        class="button"
        ref={stop}
        aria-describedby="week-step"
        onClick={cancelPlanning}
      >
        {words.stop}
      </button>
      <button type="button" class="button" disabled={!step?.isWhole} onClick={takeBest}>
        {words.takeBest}
      </button>
    </div>
  );
}

function stepText({ pass, isSecond, date }: WeekStep): string {
  const words = weekText.value;
  if (isSecond) return words.adjusting(dayName(date));
  return pass === 'fill' ? words.filling(dayName(date)) : words.planning(dayName(date));
}

function AskToPublish({ onAnswer }: { onAnswer: (go: boolean) => void }) {
  const words = weekText.value;
  const count = drafts.value.length;
  const answer = (go: boolean) => {
    onAnswer(go);
    focusOn(go ? '.week-chooser h1' : '.week-actions .publish');
  };
  return (
    <div
      class="week-actions ask no-print"
      role="alertdialog"
      aria-label={words.publish(count)}
      aria-describedby="week-publish-ask"
      onKeyDown={(event) => {
        if (event.key === 'Escape') answer(false);
      }}
    >
      <p id="week-publish-ask">{words.publishAsk(count)}</p>
      <button
        type="button"
        class="button"
        ref={(button) => button?.focus()}
        onClick={() => answer(false)}
      >
        {shellText.value.cancel}
      </button>
      <button type="button" class="button primary" onClick={() => answer(true)}>
        {words.publishYes(count)}
      </button>
    </div>
  );
}

/** The button that was pressed is gone: the keyboard goes on from what has come in its place. */
function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
