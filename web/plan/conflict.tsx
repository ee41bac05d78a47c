/** Two people changed the plan: what differs, and a choice. */
import { planText } from '../text/plan.ts';
import { keepMine, takeTheirs, theirs } from './actions.ts';
import { visits } from './state.ts';

export function Conflict() {
  if (!theirs.value) return null;
  const words = planText.value;
  return (
    <div class="notice conflict" role="alertdialog" aria-label={words.conflictTitle}>
      <b>{words.conflictTitle}</b>
      <p>{words.conflictText(theirs.value.visits.length, visits.value.length)}</p>
      <div class="row">
        <button type="button" class="button small" onClick={() => void takeTheirs()}>
          {words.takeTheirs}
        </button>
        <button type="button" class="button small" onClick={() => void keepMine()}>
          {words.keepMine}
        </button>
      </div>
    </div>
  );
}
