/** One lane a patrol, hours across; the windows of the selected hot spot are shaded. */
import { useRef } from 'preact/hooks';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { Lane } from './lane.tsx';
import { hoursOf, percentOf, type Scale, spanOf } from './scale.ts';
import { now, placeById, planning, refusal, selectedPlace, selectedVisit, shift } from './state.ts';

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
          <span
            key={at}
            class={at === scale.to ? 'last' : ''}
            style={{ left: `${percentOf(scale, at)}%` }}
          >
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
    </div>
  );
}

/** While a visit is dragged to where it cannot be: why. It lies over what is below: lanes that move slip from the pointer. */
export function Refusal() {
  return (
    <div class="refusal-place" role="status">
      {refusal.value && <p class="refusal">{planText.value.refused(refusal.value)}</p>}
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
          <div key={`${windowId}${opens}`} class="window-shade" style={spanOf(scale, from, to)}>
            <span>{planText.value.windowOf(code ?? '', clock(opens), clock(closes))}</span>
          </div>
        );
      })}
    </>
  );
}
