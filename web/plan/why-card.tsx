/** «Varför»: of the selected visit, or of what a hot spot wants and does not get. */
import { LOSS_REASONS } from '#core/model.ts';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { apply, recordLoss } from './actions.ts';
import { addVisit } from './add-visit.ts';
import { Card } from './card.tsx';
import { ChangesCard } from './changes-card.tsx';
import { CompareCard } from './compare-card.tsx';
import { pinned, removed, stretched } from './edits.ts';
import { FreeCard } from './free-card.tsx';
import { HabitsCard } from './habits-card.tsx';
import type { Place } from './replies.ts';
import { reasonText } from './say.ts';
import {
  patrolById,
  placeById,
  planning,
  selectedPlace,
  selectedVisit,
  selection,
  shift,
  unmet,
  visits,
} from './state.ts';
import { WhatIfCard } from './what-if-card.tsx';
import { WhatItTakes } from './what-it-takes.tsx';

export function WhyCard() {
  const chosen = selection.value;
  if (chosen?.kind === 'habits') return <HabitsCard />;
  if (chosen?.kind === 'changes') return <ChangesCard />;
  if (chosen?.kind === 'what-if') return <WhatIfCard />;
  if (chosen?.kind === 'compare') return <CompareCard />;
  if (chosen?.kind === 'free') return <FreeCard patrolId={chosen.patrolId} at={chosen.at} />;
  if (selectedVisit.value) return <WhyVisit />;
  const place = selectedPlace.value ? placeById(selectedPlace.value) : null;
  return place ? <WhyPlace place={place} /> : null;
}

function WhyVisit() {
  const visit = selectedVisit.value;
  const words = planText.value;
  if (!visit) return null;
  const place = placeById(visit.hotSpotId)?.properties;
  const change = (next: ReturnType<typeof removed>, said: string) => () => {
    apply(next, said);
  };
  const { slotId, endsAt } = visit;
  const step = 5 * 60_000;
  return (
    <Card
      title={`${place?.code} ${place?.name}`}
      about={`${clock(visit.startsAt)}–${clock(visit.endsAt)}`}
      back={`[data-slot="${slotId}"]`}
    >
      <p class="muted">
        {patrolById(visit.patrolId)?.callSign} · {words.whyNow}
      </p>
      <ul class="reasons-list">
        {visit.reasons.map((reason) => (
          <li key={reason.code}>{reasonText(reason)}</li>
        ))}
      </ul>
      <div class="row">
        <button
          type="button"
          class="button small"
          onClick={change(
            pinned(visits.value, slotId, !visit.pinned),
            visit.pinned ? words.unpin : words.pin,
          )}
        >
          {visit.pinned ? words.unpin : words.pin}
        </button>
        <button
          type="button"
          class="button small"
          onClick={change(stretched(visits.value, slotId, endsAt - step), words.shorter)}
        >
          {words.shorter}
        </button>
        <button
          type="button"
          class="button small"
          onClick={change(stretched(visits.value, slotId, endsAt + step), words.longer)}
        >
          {words.longer}
        </button>
        <button
          type="button"
          class="button small"
          onClick={change(removed(visits.value, slotId), words.remove)}
        >
          {words.remove}
        </button>
      </div>
      {planning.value?.plan?.status === 'published' && <Loss slotId={slotId} />}
    </Card>
  );
}

function Loss({ slotId }: { slotId: string }) {
  const words = planText.value;
  const loss = planning.value?.outcomes.find((outcome) => outcome.slotId === slotId)?.loss ?? null;
  return (
    <label class="loss-field">
      {words.lossLabel}{' '}
      <select
        value={loss ?? ''}
        onChange={(event) =>
          void recordLoss(
            slotId,
            LOSS_REASONS.find((one) => one === event.currentTarget.value) ?? null,
          )
        }
      >
        <option value="">–</option>
        {LOSS_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {words.losses[reason]}
          </option>
        ))}
      </select>
    </label>
  );
}

function WhyPlace({ place }: { place: Place }) {
  const words = planText.value;
  const { code, name, whyHere } = place.properties;
  const missing = unmet.value.filter(({ hotSpotId }) => hotSpotId === place.id);
  const windows = (planning.value?.demands ?? []).filter(({ hotSpotId }) => hotSpotId === place.id);
  return (
    <Card title={`${code} ${name}`} back={`[data-place="${place.id}"]`}>
      {whyHere && <p class="muted">{whyHere}</p>}
      {missing.length > 0 && (
        <>
          <h3>{words.whyNot}</h3>
          <ul class="reasons-list">
            {missing.map(({ windowId, missing: count, reason }) => (
              <li key={windowId}>
                {words.notPlaced(count)}: {reasonText(reason)}
                <WhatItTakes hotSpotId={place.id} windowId={windowId} />
              </li>
            ))}
          </ul>
        </>
      )}
      {planning.value?.plan &&
        windows.map(({ windowId, opens, closes }) => (
          <div class="row" key={windowId}>
            <span class="muted">
              {clock(opens)}–{clock(closes)}
            </span>
            {shift.value?.patrols.map(({ id, callSign }) => (
              <button
                key={id}
                type="button"
                class="button small"
                onClick={() => addVisit(place.id, windowId, id)}
              >
                {words.addTo(callSign)}
              </button>
            ))}
          </div>
        ))}
    </Card>
  );
}
