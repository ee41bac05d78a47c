/** The next step, which follows the plan's state: propose → publish → nothing, until something is wrong → mend. */
import { useSignal } from '@preact/signals';
import { planText } from '../text/plan.ts';
import { shellText } from '../text/shell.ts';
import { publish } from './actions.ts';
import { brokenVisits, type NextStep, nextStep } from './faults.ts';
import { violationText } from './say.ts';
import { cancelSearch, mend, propose, takeBest } from './search.ts';
import { check, faults, planning, searching, shift, visits } from './state.ts';

export function PlanActions() {
  const asking = useSignal(false);
  const plan = planning.value?.plan ?? null;
  const step = nextStep(plan, faults.value);
  if (searching.value) return <SearchProgress />;
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
      {plan?.status === 'published' && shift.value && (
        <a class="button quiet" href={`/mitt-pass/overlamning?pass=${shift.value.id}`}>
          {planText.value.handover}
        </a>
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
  const hasPatrols = (shift.value?.patrols.length ?? 0) > 0;
  return (
    <>
      <button
        type="button"
        class={`button${step === 'propose' ? ' primary' : ''}`}
        disabled={!hasPatrols}
        onClick={() => void propose()}
      >
        {isFirst ? words.propose : words.proposeAgain}
      </button>
      {step === 'mend' && (
        <button type="button" class="button primary" onClick={() => void mend()}>
          {words.mend}
        </button>
      )}
    </>
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

/** How far the search has come, and the best so far: it can be taken as it is, or the search be given up. */
function SearchProgress() {
  const words = planText.value;
  const { share = 0, best = null } = searching.value ?? {};
  const figures = check.value?.figures;
  return (
    <div class="plan-actions">
      <progress aria-label={words.proposing} value={share} />
      <p class="step-text" role="status">
        {best && figures
          ? words.bestSoFar(visits.value.length, figures.met, figures.targets)
          : words.proposing}
      </p>
      <button type="button" class="button" onClick={cancelSearch}>
        {words.stop}
      </button>
      <button type="button" class="button" disabled={!best} onClick={takeBest}>
        {words.takeBest}
      </button>
    </div>
  );
}
