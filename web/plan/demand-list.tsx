/** Demand in the shift, ranked; what could not be placed is in sight here too. */
import { StateMark } from '../map/state-mark.tsx';
import { clock, longHours } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { type PlaceDemand, rankedDemand } from './demand.ts';
import { now, places, planning, selectedPlace, selectedSlot, visits } from './state.ts';

export function DemandList() {
  const words = planText.value;
  const ranked = rankedDemand(places.value, planning.value?.demands ?? [], visits.value, now.value);
  return (
    <section class="demand">
      <h2>
        <span>{words.demand}</span>
        <span class="muted">{words.demandOrder}</span>
      </h2>
      {ranked.length === 0 && <p class="muted padded">{words.noDemand}</p>}
      <ul>
        {ranked.map((demand) => (
          <DemandRow key={demand.place.id} demand={demand} />
        ))}
      </ul>
    </section>
  );
}

function DemandRow({ demand }: { demand: PlaceDemand }) {
  const words = planText.value;
  const { place, windows, wanted, planned, missing, hoursSince } = demand;
  const { code, name, state, wantedGapHours } = place.properties;
  const isSelected = selectedPlace.value === place.id;
  const since =
    hoursSince === null
      ? words.neverDosed(wantedGapHours)
      : words.sinceDose(longHours(hoursSince), wantedGapHours);
  return (
    <li>
      <button
        type="button"
        class={`need${isSelected ? ' selected' : ''}`}
        aria-pressed={isSelected}
        onClick={() => {
          selectedPlace.value = isSelected ? null : place.id;
          selectedSlot.value = null;
        }}
      >
        <StateMark state={state} />
        <b>
          {code} {name}
        </b>
        <Dots planned={planned} wanted={wanted} />
        <span class="need-why">
          {since} ·{' '}
          {windows.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', ')}
          {missing > 0 && planning.value?.plan && (
            <strong class="behind"> · {words.notPlaced(missing)}</strong>
          )}
        </span>
      </button>
    </li>
  );
}

/** Filled: planned; ring: wanted and not placed. */
function Dots({ planned, wanted }: { planned: number; wanted: number }) {
  const count = Math.max(planned, wanted);
  return (
    <span class="dots" role="img" aria-label={planText.value.dosesOf(planned, wanted)}>
      {Array.from({ length: count }, (_, index) => (
        <i key={index} class={index < planned ? 'filled' : ''} />
      ))}
    </span>
  );
}
