/** A free place on a lane: which hot spot to put there, and why another cannot be. */
import type { TargetedInputEvent } from 'preact';
import { StateMark } from '../map/state-mark.tsx';
import { calendarRules } from '../state/settings.ts';
import { clock, dateOf } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { type Offer, offersAt, put } from './add-visit.ts';
import { CloseButton } from './close-button.tsx';
import { instantInShift } from './shift-times.ts';
import { freePlace, patrolById, select, shift } from './state.ts';

export function AddCard() {
  const free = freePlace.value;
  const words = planText.value;
  if (!free || !shift.value) return null;
  const { startsAt } = shift.value;
  const setTime = (event: TargetedInputEvent<HTMLInputElement>) => {
    const time = event.currentTarget.value;
    if (!time) return;
    const at = instantInShift(calendarRules(), dateOf(startsAt), clock(startsAt), time, false);
    select({ free: { ...free, at } });
  };
  return (
    <section class="why-card" aria-label={words.add}>
      <h2>
        <span>{words.addTo(patrolById(free.patrolId)?.callSign ?? '')}</span>
        <input
          type="time"
          class="num"
          aria-label={words.addAt}
          value={clock(free.at)}
          onChange={setTime}
        />
        <CloseButton />
      </h2>
      <ul class="offers">
        {offersAt(free.patrolId, free.at).map((offer) => (
          <OfferRow key={offer.place.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function OfferRow({ offer: { place, visit, refusal } }: { offer: Offer }) {
  const { code, name, state } = place.properties;
  const title = (
    <>
      <StateMark state={state} /> <b>{code}</b> {name}
    </>
  );
  if (refusal)
    return (
      <li>
        <span class="muted">{title}</span>
        <span class="muted reason">{refusal}</span>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        class="button small"
        onClick={() => {
          select({});
          put(visit);
        }}
      >
        {title}
      </button>
    </li>
  );
}
