/** "Vi är borta till …": when are you back, and what comes of the rest of the shift. */
import { useSignal } from '@preact/signals';
import type { EpochMs, PlannedVisit } from '#core/model.ts';
import type { PlanChange } from '#core/planner/bridge/plan-changes.ts';
import type { Replan } from '../replan/replan.ts';
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { awayChoices, planAway, takeReplan } from './away.ts';
import { now, placeById } from './state.ts';

/** More is no difference any more but another plan. */
const MOST_TOLD = 6;

export function Away({ onDone }: { onDone: () => void }) {
  const found = useSignal<Replan | 'none' | null>(null);
  const until = useSignal<EpochMs | null>(null);
  const choices = useSignal(awayChoices(now.peek()));
  const act = useAct();
  const words = myShiftText.value;
  const choose = (at: EpochMs) => async () => {
    until.value = at;
    found.value = (await planAway(at)) ?? 'none';
  };
  const take = (replan: Replan) => async () => {
    await takeReplan(replan);
    onDone();
  };
  if (until.value !== null && found.value === null && !act.error) {
    return (
      <section class="my-shift-body">
        <h2 class="big-heading" aria-live="polite">
          {words.planning}
        </h2>
      </section>
    );
  }
  const replan = found.value;
  return (
    <section class="my-shift-body">
      <h2 class="big-heading" aria-live="polite">
        {until.value === null ? words.awayUntil : words.awayTo(clock(until.value))}
      </h2>
      <div class="scroller">
        {replan === null && (
          <ul class="big-list times push-down">
            {choices.value.map((at) => (
              <li key={at}>
                <button
                  type="button"
                  class="big-button"
                  disabled={act.busy}
                  onClick={() => act.run(choose(at))}
                >
                  {clock(at)}
                </button>
              </li>
            ))}
          </ul>
        )}
        {replan === 'none' && <p class="meta">{words.noReplan}</p>}
        {replan !== null && replan !== 'none' && <Changes changes={replan.changes} />}
      </div>
      <div class="actions">
        <ActError act={act} />
        <button type="button" class="big-button" onClick={onDone}>
          {replan === null ? words.back : words.keepPlan}
        </button>
        {replan !== null && replan !== 'none' && (
          <button
            type="button"
            class="big-button accent"
            disabled={act.busy}
            onClick={() => act.run(take(replan))}
          >
            {words.takePlan}
          </button>
        )}
      </div>
    </section>
  );
}

function Changes({ changes }: { changes: readonly PlanChange[] }) {
  const words = myShiftText.value;
  if (changes.length === 0) return <p class="meta">{words.nothingMoves}</p>;
  const more = changes.length - MOST_TOLD;
  return (
    <ul class="plan-changes">
      {changes.slice(0, MOST_TOLD).map((change) => (
        <li key={keyOf(change)} class={change.kind}>
          {textOf(change)}
        </li>
      ))}
      {more > 0 && <li>{words.moreChanges(more)}</li>}
    </ul>
  );
}

const keyOf = (change: PlanChange): string =>
  change.kind === 'removed' ? change.before.slotId : change.after.slotId;

function textOf(change: PlanChange): string {
  const words = myShiftText.value;
  if (change.kind === 'removed') return words.goes(codeOf(change.before), timeOf(change.before));
  if (change.kind === 'added') return words.comes(codeOf(change.after), timeOf(change.after));
  return words.moves(codeOf(change.after), timeOf(change.before), timeOf(change.after));
}

const codeOf = ({ hotSpotId }: PlannedVisit): string => placeById(hotSpotId)?.properties.code ?? '';
const timeOf = ({ startsAt }: PlannedVisit): string => clock(startsAt);
