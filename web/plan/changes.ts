/** What mending has changed, and why: counted, and told one by one. */
import { signal } from '@preact/signals';
import type { Dropped } from '#core/planner/bridge/mend-plan.ts';
import { type PlanChange, planChanges } from '#core/planner/bridge/plan-changes.ts';
import { planText } from '../text/plan.ts';
import { announce } from './actions.ts';
import { focusCard } from './card.tsx';
import type { Visits } from './edits.ts';
import { reasonText, violationText } from './say.ts';
import { now, selection, task } from './state.ts';

export interface ToldChange {
  readonly change: PlanChange;
  readonly why: string;
}

/** Of the last mending; null: there has been none. */
export const changes = signal<readonly ToldChange[] | null>(null);

export function tellChanges(before: Visits, after: Visits, dropped: readonly Dropped[]): void {
  const from = task.value?.nowMinute === null ? undefined : now.value;
  changes.value = planChanges(before, after, from).map((change) => ({
    change,
    why: whyOf(change, dropped),
  }));
  announce(planText.value.changes.count(changes.value.length));
  if (changes.value.length === 0) return;
  selection.value = { kind: 'changes' };
  focusCard();
}

/** A visit goes or is moved because of the rule that it broke; one is added for what it brings. */
function whyOf(change: PlanChange, dropped: readonly Dropped[]): string {
  if (change.kind === 'added') {
    const [reason] = change.after.reasons;
    return reason ? reasonText(reason) : '';
  }
  const fault = dropped.find(({ slotId }) => slotId === change.before.slotId);
  return fault ? violationText(fault.violation) : '';
}
