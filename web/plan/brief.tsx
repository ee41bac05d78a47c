/** The briefing on one A5: call signs, times and codes, to be read aloud in under twenty seconds; and why. Print only. */
import { capital, clock, dayName, weekName } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { readAloud } from '../text/radio.ts';
import type { ShiftReply } from './replies.ts';
import { breaks, placeById, planning, shift, visits } from './state.ts';

/** With more, the times alone fill the page. */
const MOST_PATROLS_WITH_WHY = 4;

export function Brief() {
  if (!shift.value) return null;
  const { date, startsAt, endsAt, patrols } = shift.value;
  const plan = planning.value?.plan;
  return (
    <div class="brief">
      <h1>
        {capital(dayName(date))}, {clock(startsAt)}–{clock(endsAt)}
      </h1>
      <p>
        {weekName(date)}
        {plan && ` · ${planText.value.version(plan.number)}, ${planText.value.status[plan.status]}`}
      </p>
      <div class="brief-patrols">
        {patrols.map((patrol) => (
          <PatrolBrief key={patrol.id} patrol={patrol} />
        ))}
      </div>
      {patrols.length <= MOST_PATROLS_WITH_WHY && <WhyHere />}
    </div>
  );
}

interface Line {
  readonly at: number;
  readonly text: string;
}

function PatrolBrief({ patrol: { id, callSign } }: { patrol: ShiftReply['patrols'][number] }) {
  const own = <T extends { readonly patrolId: string }>(list: readonly T[]) =>
    list.filter(({ patrolId }) => patrolId === id);
  const lines: Line[] = [
    ...own(visits.value).map(({ startsAt, hotSpotId }) => ({
      at: startsAt,
      text: nameOf(hotSpotId),
    })),
    ...own(breaks.value).map(({ startsAt }) => ({ at: startsAt, text: planText.value.rest('') })),
  ];
  return (
    <section>
      <h2>{callSign}</h2>
      <p class="brief-aloud">
        {readAloud(
          own(visits.value).map(({ startsAt, hotSpotId }) => ({
            code: placeById(hotSpotId)?.properties.code ?? '',
            at: startsAt,
          })),
        )}
      </p>
      <ol>
        {lines
          .sort((a, b) => a.at - b.at)
          .map(({ at, text }) => (
            <li key={at}>
              <b>{clock(at)}</b> {text}
            </li>
          ))}
      </ol>
    </section>
  );
}

const nameOf = (id: string): string => {
  const place = placeById(id)?.properties;
  return place ? `${place.code} ${place.name}` : '';
};

/** Who is told why goes there more (domain notes, the Cumbria trial). */
function WhyHere() {
  const ids = new Set(visits.value.map(({ hotSpotId }) => hotSpotId));
  const places = [...ids]
    .flatMap((id) => placeById(id)?.properties ?? [])
    .filter(({ whyHere }) => whyHere);
  if (places.length === 0) return null;
  return (
    <section class="brief-why">
      <h2>{planText.value.whyHere}</h2>
      <dl>
        {places
          .sort((a, b) => (a.code < b.code ? -1 : 1))
          .map(({ code, whyHere }) => (
            <div key={code}>
              <dt>{code}</dt>
              <dd>{whyHere}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
