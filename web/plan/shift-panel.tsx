/** Which shift, and its patrols; made and changed in place. */
import { useSignal } from '@preact/signals';
import { Empty } from '../frame/states.tsx';
import { dashOf } from '../map/routes-layer.ts';
import { capital, clock, dayName, shortClock, weekName } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { chooseShift } from './actions.ts';
import { AwayForm, AwaySpans } from './away-form.tsx';
import type { ShiftReply, ShiftSummary } from './replies.ts';
import { ShiftForm } from './shift-form.tsx';
import { breaks, shift, shifts, visits } from './state.ts';

type Mode = 'view' | 'new' | 'edit';

const titleOf = ({
  date,
  startsAt,
  endsAt,
}: Pick<ShiftSummary, 'date' | 'startsAt' | 'endsAt'>): string =>
  `${capital(dayName(date))}, ${shortClock(startsAt)}–${shortClock(endsAt)}`;

export function ShiftPanel() {
  const mode = useSignal<Mode>('view');
  const words = planText.value;
  const view = () => {
    mode.value = 'view';
  };
  if (mode.value !== 'view') {
    return <ShiftForm shift={mode.value === 'edit' ? shift.value : null} onDone={view} />;
  }
  const make = (
    <button
      type="button"
      class="button small"
      onClick={() => {
        mode.value = 'new';
      }}
    >
      {words.newShift}
    </button>
  );
  if (!shift.value) {
    return (
      <div class="shift-panel">
        <h1>{words.title}</h1>
        <Empty title={words.noShift.title}>
          <p class="muted">{words.noShift.text}</p>
          {make}
        </Empty>
      </div>
    );
  }
  return (
    <div class="shift-panel">
      <h1 class="visually-hidden">{words.title}</h1>
      <Chooser />
      <ShiftFacts shift={shift.value} />
      <div class="row">
        {make}
        <button
          type="button"
          class="button small"
          onClick={() => {
            mode.value = 'edit';
          }}
        >
          {words.editShift}
        </button>
      </div>
    </div>
  );
}

function Chooser() {
  const words = planText.value;
  const index = shifts.value.findIndex(({ id }) => id === shift.value?.id);
  const go = (by: number) => {
    const other = shifts.value[index + by];
    if (other) void chooseShift(other.id);
  };
  /** A change that could not be saved keeps its shift on the screen, and in the list. */
  const pick = async (select: HTMLSelectElement) => {
    await chooseShift(select.value);
    select.value = shift.value?.id ?? '';
  };
  return (
    <div class="chooser">
      <button
        type="button"
        class="button small"
        aria-label={words.previous}
        disabled={index <= 0}
        onClick={() => go(-1)}
      >
        ‹
      </button>
      <select
        aria-label={words.shift}
        value={shift.value?.id}
        onChange={(event) => void pick(event.currentTarget)}
      >
        {shifts.value.map((one) => (
          <option key={one.id} value={one.id}>
            {titleOf(one)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button small"
        aria-label={words.next}
        disabled={index === shifts.value.length - 1}
        onClick={() => go(1)}
      >
        ›
      </button>
    </div>
  );
}

function ShiftFacts({ shift: { date, patrols } }: { shift: ShiftReply }) {
  const words = planText.value;
  const away = useSignal<string | null>(null);
  return (
    <>
      <p class="muted">
        {weekName(date)} · {words.patrols(patrols.length)}
      </p>
      <ul class="patrol-list">
        {patrols.map((patrol, index) => (
          <li key={patrol.id}>
            <svg
              class={`route-sample route route-${index % 6}`}
              viewBox="0 0 24 4"
              aria-hidden="true"
            >
              <line x1="1" x2="23" y1="2" y2="2" stroke-dasharray={dashOf(index)} />
            </svg>
            <b>{patrol.callSign}</b>
            <span class="muted">
              {clock(patrol.startsAt)}–{clock(patrol.endsAt)}
              {breaks.value
                .filter(({ patrolId }) => patrolId === patrol.id)
                .map(({ startsAt }) => `, ${words.rest(clock(startsAt))}`)}
            </span>
            <span>
              {words.visits(visits.value.filter(({ patrolId }) => patrolId === patrol.id).length)}
            </span>
            <button
              type="button"
              class="button small quiet"
              aria-expanded={away.value === patrol.id}
              aria-label={words.awayOf(patrol.callSign)}
              onClick={() => {
                away.value = away.value === patrol.id ? null : patrol.id;
              }}
            >
              {words.away}
            </button>
            <AwaySpans patrol={patrol} />
            {away.value === patrol.id && (
              <AwayForm
                patrol={patrol}
                onDone={() => {
                  away.value = null;
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
