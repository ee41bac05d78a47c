/** The next step, which follows the week's state: plan → publish all drafts → nothing more. */
import { useSignal } from '@preact/signals';
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
          class={`button${step === 'plan' ? ' primary' : ''}`}
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
  const step = planning.value?.step ?? null;
  const said = step?.pass === 'fill' ? words.filling : words.planning;
  return (
    <div class="week-actions no-print">
      <p role="status">{step ? said(dayName(step.date)) : words.preparing}</p>
      <progress aria-label={words.plan} value={step?.share ?? 0} />
      <button type="button" class="button" onClick={cancelPlanning}>
        {words.stop}
      </button>
      <button type="button" class="button" disabled={!step?.isWhole} onClick={takeBest}>
        {words.takeBest}
      </button>
    </div>
  );
}

function AskToPublish({ onAnswer }: { onAnswer: (go: boolean) => void }) {
  const words = weekText.value;
  const count = drafts.value.length;
  const answer = (go: boolean) => {
    onAnswer(go);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.week-actions .publish')?.focus(),
    );
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
