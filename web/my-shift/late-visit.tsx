/** "Vi var där …": a visit after the fact in three taps: here, the place, when. */
import { useSignal } from '@preact/signals';
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { logLate } from './actions.ts';
import { places, refresh, type Visit } from './state.ts';

/** Minutes since it ended; a visit told of afterwards is taken to have lasted the wanted quarter of an hour. */
const AGO = [0, 15, 30, 60, 120] as const;
const LASTED_MIN = 15;

interface LateVisitProps {
  readonly onLogged: (visit: Visit) => void;
  readonly onBack: () => void;
}

export function LateVisit({ onLogged, onBack }: LateVisitProps) {
  const placeId = useSignal<string | null>(null);
  const act = useAct();
  const words = myShiftText.value;
  const log = (placeId: string, ago: number) => async () => {
    onLogged(await logLate(placeId, ago, LASTED_MIN));
    await refresh();
  };
  const chosen = placeId.value;
  return (
    <section class="my-shift-body">
      <h2 class="big-heading">{chosen ? words.when : words.where}</h2>
      <ActError act={act} />
      <div class="scroller">
        <ul class={`big-list push-down${chosen ? '' : ' pairs'}`}>
          {chosen === null
            ? places.value.map(({ id, properties }) => (
                <li key={id}>
                  <button
                    type="button"
                    class="big-row small"
                    onClick={() => {
                      placeId.value = id;
                    }}
                  >
                    <b>{properties.code}</b>
                    <span>{properties.name}</span>
                  </button>
                </li>
              ))
            : AGO.map((ago) => (
                <li key={ago}>
                  <button
                    type="button"
                    class="big-row"
                    disabled={act.busy}
                    onClick={() => act.run(log(chosen, ago))}
                  >
                    {ago === 0 ? words.justNow : words.ago(ago)}
                  </button>
                </li>
              ))}
        </ul>
      </div>
      <div class="actions">
        <button type="button" class="big-button" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </section>
  );
}
