/** What the server refused, why, and what can be done about it. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { subjectOf } from '#contract/outbox.ts';
import { useAct } from '../my-shift/act.ts';
import { ActError } from '../my-shift/act-error.tsx';
import { refresh } from '../my-shift/state.ts';
import { outboxText } from '../text/outbox.ts';
import { type Choice, choicesFor } from './choices.ts';
import { type RefusedItem, withFollowers } from './item.ts';
import { MendNote } from './mend-note.tsx';
import { MendTime } from './mend-time.tsx';
import { decide, flush, items } from './outbox.ts';
import {
  again,
  type Case,
  drop,
  endOther,
  keepTwo,
  makeOne,
  type Resolution,
  standing,
} from './resolve.ts';
import { nameOf, whereAndWhen, whyRefused } from './say.ts';
import { skewMs } from './skew.ts';

const press = () => ({
  id: uuid(),
  madeAt: new Date().toISOString(),
  skewMs: skewMs.value,
});

export function RefusedCard({ refused }: { refused: RefusedItem }) {
  const act = useAct();
  const asking = useSignal<Choice | null>(null);
  const words = outboxText.value;
  const asked: Case = { refused, items: withFollowers(items.value, refused), press };
  const carryOut = (resolution: Resolution) =>
    act.run(async () => {
      await decide(resolution.gone, resolution.items);
      await flush();
      await refresh();
    });
  const choose = (choice: Choice) => {
    const resolution = resolutionOf(choice, asked);
    if (resolution) carryOut(resolution);
    else asking.value = choice;
  };
  const choices = choicesFor(refused, asked.items);
  return (
    <li class="refused-item">
      <div class="waiting-line">
        <b>{nameOf(refused.item)}</b>
        <span class="muted">{whereAndWhen(refused.item)}</span>
      </div>
      <p>{whyRefused(refused)}</p>
      {standing(refused) && !choices.includes('make-one') && choices.includes('keep-two') && (
        <p class="muted">{words.notesTooLong}</p>
      )}
      <div class="choices">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            class="big-button"
            disabled={act.busy}
            onClick={() => choose(choice)}
          >
            {labelOf(choice, refused)}
          </button>
        ))}
      </div>
      {asking.value === 'drop' && (
        <fieldset class="reasons">
          <legend>{words.dropWhy}</legend>
          {words.dropReasons.map((reason) => (
            <button
              key={reason}
              type="button"
              class="big-button"
              disabled={act.busy}
              onClick={() => carryOut(drop(asked, subjectOf(refused.item), reason))}
            >
              {reason}
            </button>
          ))}
        </fieldset>
      )}
      {asking.value === 'mend-time' && <MendTime asked={asked} onMended={carryOut} />}
      {asking.value === 'mend-note' && <MendNote asked={asked} onMended={carryOut} />}
      <ActError act={act} />
    </li>
  );
}

/** null: more must be known first. */
function resolutionOf(choice: Choice, asked: Case): Resolution | null {
  const current = standing(asked.refused);
  if (choice === 'again') return again(asked);
  if (choice === 'keep-two') return keepTwo(asked);
  if (choice === 'make-one' && current) return makeOne(asked, current, outboxText.value.oneReason);
  if (choice === 'end-other' && current) return endOther(asked, current);
  return null;
}

function labelOf(choice: Choice, { problem }: RefusedItem): string {
  const words = outboxText.value;
  if (choice === 'make-one' && problem.code === 'visit-open') return words.sameOpen;
  if (choice === 'make-one' && problem.code === 'version-conflict') return words.addMine;
  return words.choices[choice];
}
