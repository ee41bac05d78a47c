/** One tap at the start of the shift: which patrol are you? */
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { joinPatrol } from './actions.ts';
import { mine } from './state.ts';

export function ChoosePatrol() {
  const act = useAct();
  const words = myShiftText.value;
  return (
    <section class="my-shift-body">
      <h2 class="big-heading">{words.choosePatrol}</h2>
      <ul class="big-list push-down">
        {mine.value?.shift?.patrols.map((patrol) => (
          <li key={patrol.id}>
            <button
              type="button"
              class="big-row"
              disabled={act.busy}
              onClick={() => act.run(() => joinPatrol(patrol.id))}
            >
              <b>{patrol.callSign}</b>
              <span class="muted">
                {clock(patrol.startsAt)}–{clock(patrol.endsAt)} ·{' '}
                {words.officers(patrol.officers ?? 2)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ActError act={act} />
    </section>
  );
}
