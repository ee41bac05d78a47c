/** The next step, which follows the plan's state: propose → publish → nothing, until something is wrong → mend. */
import { useSignal } from '@preact/signals';
import { planText } from '../text/plan.ts';
import { shellText } from '../text/shell.ts';
import { propose, proposing, publish } from './actions.ts';
import { brokenVisits, type NextStep, nextStep } from './faults.ts';
import { violationText } from './say.ts';
import { faults, planning, shift } from './state.ts';

export function PlanActions() {
  const asking = useSignal(false);
  const plan = planning.value?.plan ?? null;
  const step = nextStep(plan, faults.value);
  if (proposing.value) return <Searching />;
  if (asking.value)
    return (
      <AskToPublish
        onAnswer={(go) => {
          asking.value = false;
          if (go) void publish();
        }}
      />
    );
  const ask = () => {
    asking.value = true;
  };
  return (
    <div class="plan-actions">
      <StepText step={step} />
      {plan?.status === 'published' && (
        <button type="button" class="button" onClick={() => window.print()}>
          {planText.value.print}
        </button>
      )}
      <SearchButton step={step} isFirst={plan === null} />
      {plan?.status === 'draft' && (
        <button type="button" class={`button${step === 'publish' ? ' primary' : ''}`} onClick={ask}>
          {planText.value.publish}
        </button>
      )}
    </div>
  );
}

/** Why the step is what it is. */
function StepText({ step }: { step: NextStep }) {
  const words = planText.value;
  const { broken, lost, undone } = faults.value;
  const [first] = broken;
  const lines = [
    ...(first ? [words.broken(brokenVisits(faults.value), violationText(first))] : []),
    ...(lost > 0 ? [words.lost(lost)] : []),
  ];
  if (step === 'mend')
    return (
      <div class="step-text wrong" role="status">
        {lines.map((line) => (
          <p key={line}>▲ {line}</p>
        ))}
      </div>
    );
  if (shift.value?.patrols.length === 0) return <p class="step-text">{words.noPatrols}</p>;
  if (step === null)
    return <p class="step-text muted">{undone > 0 ? words.undoneVisits(undone) : words.allWell}</p>;
  return null;
}

function SearchButton({ step, isFirst }: { step: NextStep; isFirst: boolean }) {
  const words = planText.value;
  const isPrimary = step === 'propose' || step === 'mend';
  const text = isFirst ? words.propose : words.proposeAgain;
  return (
    <button
      type="button"
      class={`button${isPrimary ? ' primary' : ''}`}
      disabled={(shift.value?.patrols.length ?? 0) === 0}
      onClick={() => void propose()}
    >
      {step === 'mend' ? words.mend : text}
    </button>
  );
}

function AskToPublish({ onAnswer }: { onAnswer: (go: boolean) => void }) {
  const words = planText.value;
  return (
    <div
      class="plan-actions ask"
      role="alertdialog"
      aria-label={words.publish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onAnswer(false);
      }}
    >
      <p>{words.publishAsk}</p>
      <button
        type="button"
        class="button"
        ref={(button) => button?.focus()}
        onClick={() => onAnswer(false)}
      >
        {shellText.value.cancel}
      </button>
      <button type="button" class="button primary" onClick={() => onAnswer(true)}>
        {words.publish}
      </button>
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
