/** The briefing on one A5: call signs, times and codes, to be read aloud in under twenty seconds. Print only. */
import { capital, clock, dayName } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { breaks, placeById, shift, visits } from './state.ts';

export function Brief() {
  if (!shift.value) return null;
  const { date, startsAt, endsAt, patrols } = shift.value;
  return (
    <div class="brief">
      <h1>
        {capital(dayName(date))}, {clock(startsAt)}–{clock(endsAt)}
      </h1>
      {patrols.map(({ id, callSign }) => (
        <section key={id}>
          <h2>{callSign}</h2>
          <ol>
            {visits.value
              .filter(({ patrolId }) => patrolId === id)
              .map((visit) => (
                <li key={visit.slotId}>
                  <b>{clock(visit.startsAt)}</b> {placeById(visit.hotSpotId)?.properties.code}{' '}
                  {placeById(visit.hotSpotId)?.properties.name}
                </li>
              ))}
            {breaks.value
              .filter(({ patrolId }) => patrolId === id)
              .map((rest) => (
                <li key={rest.startsAt}>{capital(planText.value.rest(clock(rest.startsAt)))}</li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
