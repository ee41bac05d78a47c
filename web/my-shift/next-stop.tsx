/** Where to be next, and one button. */
import { clock } from '../text/format.ts';
import { myShiftText } from '../text/my-shift.ts';
import { useAct } from './act.ts';
import { ActError } from './act-error.tsx';
import { startVisit } from './actions.ts';
import { awayUntil } from './away.ts';
import { ReplanNotice } from './replan-notice.tsx';
import { mine, placeById, type Stop, waitingStops } from './state.ts';
import { StopMap } from './stop-map.tsx';

interface NextStopProps {
  readonly onLate: () => void;
  readonly onList: () => void;
}

export function NextStop({ onLate, onList }: NextStopProps) {
  const [stop, following] = waitingStops.value;
  const words = myShiftText.value;
  return (
    <section class="my-shift-body">
      <StopMap selected={stop?.hotSpotId ?? null} />
      {awayUntil.value !== null && (
        <p class="meta" role="status">
          <b>{words.awayNow(clock(awayUntil.value))}</b>
        </p>
      )}
      {stop ? <StopFacts stop={stop} /> : <NoStop />}
      <div class="actions">
        <ReplanNotice />
        {stop && <StartButton stop={stop} />}
        <div class="two">
          <button type="button" class="big-button" onClick={onLate}>
            {words.wereThere}
          </button>
          <button type="button" class="big-button" onClick={onList}>
            {stop ? words.list : words.elsewhere}
          </button>
        </div>
      </div>
      <p class="following">
        <span>
          {following &&
            `${words.afterwards}: ${placeById(following.hotSpotId)?.properties.code ?? ''} ${clock(following.startsAt)}`}
        </span>
        <span>{words.left(waitingStops.value.length)}</span>
      </p>
    </section>
  );
}

function StopFacts({ stop }: { stop: Stop }) {
  const words = myShiftText.value;
  const place = placeById(stop.hotSpotId)?.properties;
  return (
    <div class="stop-facts">
      <p class="code">
        {place?.code} · {words.nextStop}
      </p>
      <h2 class="big-heading">{place?.name}</h2>
      <p class="meta">
        {stop.walkMinutes !== null && (
          <span>
            <b>{words.walk(stop.walkMinutes)}</b> {words.travels[stop.travels]}
          </span>
        )}
        <span>
          {words.begin}{' '}
          <b>
            {clock(stop.startsAt)}–{clock(stop.latestStartAt)}
          </b>
        </span>
      </p>
      {place?.whyHere && <p class="why">{place.whyHere}</p>}
    </div>
  );
}

function NoStop() {
  const words = myShiftText.value;
  return (
    <div class="stop-facts">
      <p class="meta">{mine.value?.planNumber === null ? words.noPlan : words.allDone}</p>
    </div>
  );
}

function StartButton({ stop }: { stop: Stop }) {
  const act = useAct();
  return (
    <>
      <ActError act={act} />
      <button
        type="button"
        class="start-button"
        disabled={act.busy}
        onClick={() => act.run(() => startVisit(stop.hotSpotId, stop.slotId))}
      >
        {myShiftText.value.start}
      </button>
    </>
  );
}
