/** Demand in the shift, ranked; what could not be placed is in sight here too. */
import { StateMark } from '../map/state-mark.tsx';
import { clock, longHours } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import type { PlaceDemand } from './demand.ts';
import { demand as demands, planning, selectedPlace, selection } from './state.ts';

export function DemandList() {
  const words = planText.value;
  return (
    <section class="demand">
      <h2>
        <span>{words.demand}</span>
        <span class="muted">{words.demandOrder}</span>
      </h2>
      {demands.value.length === 0 && <p class="muted padded">{words.noDemand}</p>}
      <ul>
        {demands.value.map((demand) => (
          <DemandRow key={demand.place.id} demand={demand} />
        ))}
      </ul>
    </section>
  );
}

function DemandRow({ demand }: { demand: PlaceDemand }) {
  const words = planText.value;
  const { place, windows, wanted, covered, missing, hoursSince } = demand;
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
        data-place={place.id}
        onClick={() => {
          selection.value = isSelected ? null : { kind: 'place', id: place.id };
        }}
      >
        <StateMark state={state} />
        <b>
          {code} {name}
        </b>
        <Dots covered={covered} wanted={wanted} />
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

/** Filled: delivered or planned; ring: wanted and not placed; small: beyond what is wanted. */
function Dots({ covered, wanted }: { covered: number; wanted: number }) {
  const kind = (index: number) =>
    index >= wanted ? 'filled beyond' : index < covered ? 'filled' : '';
  return (
    <span class="dots" role="img" aria-label={planText.value.dosesOf(covered, wanted)}>
      {Array.from({ length: Math.max(covered, wanted) }, (_, index) => (
        <i key={index} class={kind(index)} />
      ))}
    </span>
  );
}
