/** One patrol's lane: its load against its ceiling, its visits, and the free places between them. */
import { useSignal } from '@preact/signals';
import type { EpochMs } from '#core/model.ts';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { firstFreeTime } from './add-visit.ts';
import type { ShiftReply } from './replies.ts';
import { percentOf, type Scale, snapped, spanOf } from './scale.ts';
import { breaks, loads, planning, selection, visits } from './state.ts';
import { VisitBlock } from './visit-block.tsx';

export interface LaneProps {
  readonly patrol: ShiftReply['patrols'][number];
  readonly scale: Scale;
  readonly lanes: { readonly current: HTMLDivElement | null };
}

export function Lane({ patrol, scale, lanes }: LaneProps) {
  const words = planText.value;
  const travels = patrol.travels ?? 'foot';
  const own = <T extends { readonly patrolId: string }>(list: readonly T[]) =>
    list.filter(({ patrolId }) => patrolId === patrol.id);
  const duty = { from: Date.parse(patrol.startsAt), to: Date.parse(patrol.endsAt) };
  return (
    <div class="lane" data-patrol={patrol.id} role="group" aria-label={patrol.callSign}>
      <span class="lane-name">
        <span>
          {patrol.callSign}{' '}
          {travels !== 'foot' && <span class="lane-car">{words.travels[travels]}</span>}
        </span>
        <LaneLoad patrolId={patrol.id} />
      </span>
      <div class="lane-track">
        <i class="lane-duty" style={spanOf(scale, duty.from, duty.to)} />
        {planning.value?.plan && <FreePlaces patrol={patrol} scale={scale} />}
        {(patrol.unavailable ?? []).map(({ from, to }) => (
          <span
            key={from}
            class="lane-away"
            style={spanOf(scale, Date.parse(from), Date.parse(to))}
          >
            {words.isAway}
          </span>
        ))}
        {own(breaks.value).map(({ startsAt, endsAt }) => (
          <span key={startsAt} class="lane-break" style={spanOf(scale, startsAt, endsAt)}>
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

/** The bar is full at the ceiling; above it colour and sign say so as well as the figure. */
function LaneLoad({ patrolId }: { patrolId: string }) {
  const load = loads.value.find((one) => one.patrolId === patrolId);
  if (!load || load.onDutyMin === 0) return null;
  const percent = (minutes: number) => Math.round((minutes / load.onDutyMin) * 100);
  const isOver = load.busyMin > load.mostMin;
  const filled = Math.min(100, (load.busyMin / Math.max(1, load.mostMin)) * 100);
  const text = planText.value.load(percent(load.busyMin), percent(load.mostMin));
  return (
    <span class={`lane-load${isOver ? ' over' : ''}`} title={planText.value.loadHelp}>
      {isOver && '▲ '}
      {text}
      <i aria-hidden="true">
        <i style={{ width: `${filled}%` }} />
      </i>
    </span>
  );
}

/** The whole lane behind the visits, as one button: a click says when, a key opens the first time that is free. */
function FreePlaces({ patrol, scale }: Pick<LaneProps, 'patrol' | 'scale'>) {
  const ghost = useSignal<EpochMs | null>(null);
  const timeAt = (event: MouseEvent): EpochMs => {
    const track = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return snapped(scale, (event.clientX - track.left) / track.width);
  };
  const chosen = selection.value?.kind === 'free' && selection.value.patrolId === patrol.id;
  const mark = chosen && selection.value?.kind === 'free' ? selection.value.at : ghost.value;
  return (
    <>
      <button
        type="button"
        class="lane-free"
        data-free={patrol.id}
        aria-label={planText.value.addTo(patrol.callSign)}
        onPointerMove={(event) => {
          ghost.value = event.pointerType === 'mouse' ? timeAt(event) : null;
        }}
        onPointerLeave={() => {
          ghost.value = null;
        }}
        onClick={(event) => {
          const at = event.detail === 0 ? firstFreeTime(patrol.id) : timeAt(event);
          selection.value = { kind: 'free', patrolId: patrol.id, at };
        }}
      />
      {mark !== null && (
        <span
          class={`lane-ghost${chosen ? ' chosen' : ''}`}
          style={{ left: `${percentOf(scale, mark)}%` }}
          aria-hidden="true"
        >
          + {clock(mark)}
        </span>
      )}
    </>
  );
}
