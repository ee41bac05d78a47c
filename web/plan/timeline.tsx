/** One lane a patrol, hours across; the windows of the selected hot spot are shaded. */
import { useRef } from 'preact/hooks';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { hoursOf, percentOf, type Scale, STEP_MS, snapped } from './scale.ts';
import {
  breaks,
  freePlace,
  now,
  placeById,
  planning,
  refusal,
  type ShiftReply,
  select,
  selectedPlace,
  selectedVisit,
  shift,
  visits,
} from './state.ts';
import { VisitBlock } from './visit-block.tsx';

type PatrolReply = ShiftReply['patrols'][number];

const span = (scale: Scale, from: number, to: number) => ({
  left: `${percentOf(scale, from)}%`,
  width: `${percentOf(scale, to) - percentOf(scale, from)}%`,
});

export function Timeline() {
  const lanes = useRef<HTMLDivElement>(null);
  if (!shift.value) return null;
  const scale = { from: Date.parse(shift.value.startsAt), to: Date.parse(shift.value.endsAt) };
  const isOn = now.value > scale.from && now.value < scale.to;
  return (
    <div class="timeline">
      <p class="visually-hidden" id="timeline-help">
        {planText.value.timelineHelp}
      </p>
      <div class="timeline-hours" aria-hidden="true">
        {hoursOf(scale).map((at) => (
          <span key={at} style={{ left: `${percentOf(scale, at)}%` }}>
            {clock(at).slice(0, 2)}
          </span>
        ))}
      </div>
      <div class="timeline-lanes" ref={lanes}>
        <div class="timeline-marks" aria-hidden="true">
          <SelectedWindows scale={scale} />
          {hoursOf(scale).map((at) => (
            <i key={at} class="hour-line" style={{ left: `${percentOf(scale, at)}%` }} />
          ))}
          {isOn && <i class="now-line" style={{ left: `${percentOf(scale, now.value)}%` }} />}
        </div>
        {shift.value.patrols.map((patrol) => (
          <Lane key={patrol.id} patrol={patrol} scale={scale} lanes={lanes} />
        ))}
      </div>
      {refusal.value && (
        <p class="refusal" role="status">
          {planText.value.refused(refusal.value)}
        </p>
      )}
    </div>
  );
}

/** Where the selected hot spot, or that of the selected visit, wants its doses. */
function SelectedWindows({ scale }: { scale: Scale }) {
  const id = selectedVisit.value?.hotSpotId ?? selectedPlace.value;
  const windows = (planning.value?.demands ?? []).filter(({ hotSpotId }) => hotSpotId === id);
  const code = id ? placeById(id)?.properties.code : null;
  return (
    <>
      {windows.map(({ windowId, opens, closes }) => {
        const from = Math.max(scale.from, Date.parse(opens));
        const to = Math.min(scale.to, Date.parse(closes));
        return (
          <div key={`${windowId}${opens}`} class="window-shade" style={span(scale, from, to)}>
            <span>{planText.value.windowOf(code ?? '', clock(opens), clock(closes))}</span>
          </div>
        );
      })}
    </>
  );
}

interface LaneProps {
  readonly patrol: PatrolReply;
  readonly scale: Scale;
  readonly lanes: { readonly current: HTMLDivElement | null };
}

function Lane({ patrol, scale, lanes }: LaneProps) {
  const words = planText.value;
  const own = <T extends { readonly patrolId: string }>(list: readonly T[]) =>
    list.filter(({ patrolId }) => patrolId === patrol.id);
  const duty = { from: Date.parse(patrol.startsAt), to: Date.parse(patrol.endsAt) };
  const choose = (at: number) => {
    if (planning.value?.plan) select({ free: { patrolId: patrol.id, at } });
  };
  return (
    <div class="lane" data-patrol={patrol.id} role="group" aria-label={patrol.callSign}>
      <button
        type="button"
        class="lane-name"
        aria-label={words.addTo(patrol.callSign)}
        title={words.addTo(patrol.callSign)}
        onClick={() => choose(Math.ceil(Math.max(duty.from, now.value) / STEP_MS) * STEP_MS)}
      >
        {patrol.callSign}
      </button>
      <div
        class="lane-track"
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('.visit-block')) return;
          const track = event.currentTarget.getBoundingClientRect();
          choose(snapped(scale, (event.clientX - track.left) / track.width));
        }}
      >
        {freePlace.value?.patrolId === patrol.id && (
          <i class="free-place" style={{ left: `${percentOf(scale, freePlace.value.at)}%` }} />
        )}
        <i class="lane-duty" style={span(scale, duty.from, duty.to)} />
        {(patrol.unavailable ?? []).map(({ from, to }) => (
          <span key={from} class="lane-away" style={span(scale, Date.parse(from), Date.parse(to))}>
            {words.away}
          </span>
        ))}
        {own(breaks.value).map(({ startsAt, endsAt }) => (
          <span key={startsAt} class="lane-break" style={span(scale, startsAt, endsAt)}>
            {words.rest('')}
          </span>
        ))}
        {own(visits.value).map((visit) => (
          <VisitBlock
            key={visit.slotId}
            visit={visit}
            patrol={patrol}
            scale={scale}
            lanes={lanes}
          />
        ))}
      </div>
    </div>
  );
}
