/** The whole shift: stops with their states, other places to go to, and why a stop does not come about. */
import { useSignal } from '@preact/signals';
import { LOSS_REASONS } from '#core/model.ts';
import { WaitsMark } from '../outbox/waits-mark.tsx';
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { readAloud } from '../text/radio.ts';
import { shellText } from '../text/shell.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { keepStop, loseStop, startVisit } from './actions.ts';
import { mine, placeById, places, type Stop, waitingStops } from './state.ts';
import { StopMap } from './stop-map.tsx';

const GLYPHS: Readonly<Record<Stop['state'], string>> = {
  planned: '○',
  ready: '◔',
  ongoing: '◐',
  overdue: '!',
  done: '✓',
  short: '½',
  missed: '✕',
};

interface StopListProps {
  readonly onAway: () => void;
  readonly onBack: () => void;
}

export function StopList({ onAway, onBack }: StopListProps) {
  const losing = useSignal<string | null>(null);
  const act = useAct();
  const words = myShiftText.value;
  const stops = mine.value?.stops ?? [];
  const planned = new Set(stops.map((stop) => stop.hotSpotId));
  return (
    <section class="my-shift-body">
      <div class="scroller">
        <StopMap selected={null} />
        <ActError act={act} />
        <ReadAloud />
        <ul class="big-list">
          {stops.map((stop) => (
            <li key={stop.slotId} class="stop-row">
              <StopLine stop={stop} />
              {losing.value === stop.slotId ? (
                <fieldset class="reasons">
                  <legend>{words.why}</legend>
                  {LOSS_REASONS.map((reason) => (
                    <button
                      key={reason}
                      type="button"
                      class="big-button"
                      onClick={() =>
                        act.run(async () => {
                          await loseStop(stop.slotId, reason);
                          losing.value = null;
                        })
                      }
                    >
                      {words.losses[reason]}
                    </button>
                  ))}
                </fieldset>
              ) : (
                <StopActions
                  stop={stop}
                  onLose={() => {
                    losing.value = stop.slotId;
                  }}
                  run={act.run}
                  busy={act.busy}
                />
              )}
            </li>
          ))}
        </ul>
        <h2>{words.otherPlaces}</h2>
        <ul class="big-list">
          {places.value
            .filter(({ id }) => !planned.has(id))
            .map(({ id, properties }) => (
              <li key={id}>
                <button
                  type="button"
                  class="big-row"
                  disabled={act.busy}
                  onClick={() => act.run(() => startVisit(id, null))}
                >
                  <b>{properties.code}</b>
                  <span>
                    {properties.name} · {words.start}
                  </span>
                </button>
              </li>
            ))}
        </ul>
      </div>
      <div class="actions">
        {mine.value?.planNumber !== null && (
          <button type="button" class="big-button" onClick={onAway}>
            {words.away}
          </button>
        )}
        <div class="two">
          <button type="button" class="big-button" onClick={onBack}>
            {words.back}
          </button>
          <a class="big-button" href="/mitt-pass/overlamning">
            {words.handover}
          </a>
        </div>
      </div>
    </section>
  );
}

/** What is left of the shift, to be said over the radio. */
function ReadAloud() {
  const left = waitingStops.value.map(({ hotSpotId, startsAt }) => ({
    code: placeById(hotSpotId)?.properties.code ?? '',
    at: Date.parse(startsAt),
  }));
  if (left.length === 0) return null;
  return (
    <p class="read-aloud">
      <b>{myShiftText.value.onRadio}</b> {readAloud(left)}
    </p>
  );
}

function StopLine({ stop }: { stop: Stop }) {
  const words = myShiftText.value;
  const place = placeById(stop.hotSpotId)?.properties;
  const visitId = mine.value?.visits.findLast(({ slotId }) => slotId === stop.slotId)?.id;
  return (
    <p class="stop-line">
      <span class={`stop-state ${stop.state}`} aria-hidden="true">
        {GLYPHS[stop.state]}
      </span>
      <b>{clock(stop.startsAt)}</b>
      <span>
        {place?.code} {place?.name}
      </span>
      <span class="muted">
        {words.states[stop.state]}
        {stop.loss && `: ${words.losses[stop.loss]}`}
      </span>
      <WaitsMark of={[stop.slotId, visitId]} />
    </p>
  );
}

interface StopActionsProps {
  readonly stop: Stop;
  readonly onLose: () => void;
  readonly run: (work: () => Promise<unknown>) => void;
  readonly busy: boolean;
}

function StopActions({ stop, onLose, run, busy }: StopActionsProps) {
  const words = myShiftText.value;
  if (stop.state === 'done' || stop.state === 'ongoing') return null;
  return (
    <div class="two">
      <button
        type="button"
        class="big-button"
        disabled={busy}
        onClick={() => run(() => startVisit(stop.hotSpotId, stop.slotId))}
      >
        {words.start}
      </button>
      {stop.loss ? (
        <button
          type="button"
          class="big-button"
          disabled={busy}
          onClick={() => run(() => keepStop(stop.slotId))}
        >
          {shellText.value.undo}
        </button>
      ) : (
        <button type="button" class="big-button" onClick={onLose}>
          {words.lost}
        </button>
      )}
    </div>
  );
}
