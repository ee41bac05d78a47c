/** The next step, which follows the plan's state: propose → publish → mend. */
import { useSignal } from '@preact/signals';
import { planText } from '../text/plan.ts';
import { shellText } from '../text/shell.ts';
import { propose, proposing, publish } from './actions.ts';
import { isOver, needsMending, planning, shift } from './state.ts';

export function PlanActions() {
  const asking = useSignal(false);
  const words = planText.value;
  const plan = planning.value?.plan ?? null;
  const canPlan = (shift.value?.patrols.length ?? 0) > 0;
  if (proposing.value) return <Searching />;
  if (asking.value) {
    const answer = (go: boolean) => () => {
      asking.value = false;
      if (go) void publish();
    };
    return (
      <div class="plan-actions ask" role="alertdialog" aria-label={words.publish}>
        <p>{words.publishAsk}</p>
        <button type="button" class="button" onClick={answer(false)}>
          {shellText.value.cancel}
        </button>
        <button type="button" class="button primary" onClick={answer(true)}>
          {words.publish}
        </button>
      </div>
    );
  }
  const search = (text: string, primary: boolean) => (
    <button
      type="button"
      class={`button${primary ? ' primary' : ''}`}
      disabled={!canPlan}
      onClick={() => void propose()}
    >
      {text}
    </button>
  );
  return (
    <div class="plan-actions">
      {plan === null && search(words.propose, true)}
      {plan?.status === 'draft' && search(words.proposeAgain, false)}
      {plan?.status === 'draft' && (
        <button
          type="button"
          class="button primary"
          onClick={() => {
            asking.value = true;
          }}
        >
          {words.publish}
        </button>
      )}
      {plan?.status === 'published' && (
        <button type="button" class="button" onClick={() => window.print()}>
          {words.print}
        </button>
      )}
      {plan?.status === 'published' && !isOver.value && search(words.mend, needsMending.value)}
    </div>
  );
}

function Searching() {
  const words = planText.value;
  return (
    <div class="plan-actions">
      <progress aria-label={words.proposing} />
      <span role="status">{words.proposing}</span>
      <button type="button" class="button" onClick={() => proposing.value?.abort()}>
        {words.stop}
      </button>
    </div>
  );
}
