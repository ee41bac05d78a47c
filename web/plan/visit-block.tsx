/** A planned visit on its lane: dragged, stretched, pinned and removed by mouse, finger and keyboard. */
import { useSignal } from '@preact/signals';
import type { PlannedVisit } from '#core/model.ts';
import { planText } from '../text/plan.ts';
import { announce, apply, refusalOf } from './actions.ts';
import { moved, pinned, removed, stretched, type Visits } from './edits.ts';
import type { ShiftReply } from './replies.ts';
import { spokenVisit } from './say.ts';
import { percentOf, type Scale, snapped } from './scale.ts';
import {
  faults,
  patrolById,
  placeById,
  planning,
  refusal,
  selectedSlot,
  selection,
  shift,
  visits,
} from './state.ts';

interface VisitBlockProps {
  readonly visit: PlannedVisit;
  readonly patrol: ShiftReply['patrols'][number];
  readonly scale: Scale;
  readonly lanes: { readonly current: HTMLDivElement | null };
}

interface Drag {
  readonly kind: 'move' | 'stretch';
  readonly pointerId: number;
  /** Share of the timeline between the pointer and the block's start. */
  readonly grip: number;
  readonly next: Visits | null;
}

const GLYPHS: Readonly<Record<string, string>> = {
  done: '✓',
  short: '½',
  ongoing: '◐',
  missed: '✕',
  overdue: '!',
};
const MINUTE = 60_000;

export function VisitBlock({ visit, patrol, scale, lanes }: VisitBlockProps) {
  const drag = useSignal<Drag | null>(null);
  const shown = drag.value?.next?.find(({ slotId }) => slotId === visit.slotId) ?? visit;
  const outcome = planning.value?.outcomes.find(({ slotId }) => slotId === visit.slotId);
  const state =
    planning.value?.plan?.status === 'published' ? (outcome?.state ?? 'planned') : 'planned';
  const place = placeById(visit.hotSpotId)?.properties;
  const isSelected = selectedSlot.value === visit.slotId;
  const index = visits.value.findIndex(({ slotId }) => slotId === visit.slotId);
  const isBroken =
    faults.value.broken.some((one) => one.visit === index) ||
    (drag.value !== null && refusal.value !== '');

  const shareAt = (event: PointerEvent): number => {
    const track = lanes.current?.querySelector('.lane-track')?.getBoundingClientRect();
    return track ? (event.clientX - track.left) / track.width : 0;
  };
  const begin = (kind: Drag['kind']) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const edge = kind === 'move' ? visit.startsAt : visit.endsAt;
    const grip = shareAt(event) - percentOf(scale, edge) / 100;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    drag.value = { kind, pointerId: event.pointerId, grip, next: null };
  };
  const follow = (event: PointerEvent) => {
    const held = drag.value;
    if (!held || held.pointerId !== event.pointerId) return;
    const at = snapped(scale, shareAt(event) - held.grip);
    const next =
      held.kind === 'move'
        ? moved(visits.value, visit.slotId, at, laneUnder(event) ?? undefined)
        : stretched(visits.value, visit.slotId, at);
    drag.value = { ...held, next };
    refusal.value = refusalOf(next) ?? '';
  };
  const drop = () => {
    const next = drag.value?.next;
    drag.value = null;
    refusal.value = '';
    if (next) apply(next, saidOf(next, visit));
    else select();
  };
  const select = () => {
    selection.value = { kind: 'visit', slotId: visit.slotId };
  };
  const handlers = {
    onPointerMove: follow,
    onPointerUp: drop,
    onPointerCancel: () => {
      drag.value = null;
      refusal.value = '';
    },
  };
  const offset =
    drag.value?.next && shown.patrolId !== visit.patrolId
      ? ` ${laneShift(visit.patrolId, shown.patrolId)}`
      : '';
  return (
    <div
      class={`visit-block ${state}${isSelected ? ' selected' : ''}${isBroken ? ' broken' : ''}${drag.value ? ' dragging' : ''}${offset}`}
      role="button"
      tabIndex={0}
      data-slot={visit.slotId}
      aria-label={`${spokenVisit(visit, patrol.callSign)}, ${planText.value.states[state]}`}
      aria-describedby="timeline-help"
      aria-pressed={isSelected}
      style={{
        left: `${percentOf(scale, shown.startsAt)}%`,
        width: `${percentOf(scale, shown.endsAt) - percentOf(scale, shown.startsAt)}%`,
      }}
      onPointerDown={begin('move')}
      {...handlers}
      onKeyDown={(event) => onKey(event, visit, patrol.id, select)}
    >
      {visit.pinned && <i class="pin-mark" aria-hidden="true" />}
      <span aria-hidden="true">
        {GLYPHS[state]}
        {place?.code}
      </span>
      <i class="stretch-grip" onPointerDown={begin('stretch')} {...handlers} aria-hidden="true" />
    </div>
  );
}

/** What a change did, read out: where the visit stands now and with whom, or that it is gone. */
function saidOf(next: Visits, { slotId }: PlannedVisit): string {
  const changed = next.find((one) => one.slotId === slotId);
  if (!changed) return planText.value.remove;
  return planText.value.moved(spokenVisit(changed, patrolById(changed.patrolId)?.callSign ?? ''));
}

function laneUnder(event: PointerEvent): string | null {
  const lane = document
    .elementsFromPoint(event.clientX, event.clientY)
    .find((element) => element.classList.contains('lane'));
  return lane instanceof HTMLElement ? (lane.dataset.patrol ?? null) : null;
}

/** A class that shows the block on another lane while it is dragged there: up or down by so many. */
function laneShift(from: string, to: string): string {
  const ids = (shift.value?.patrols ?? []).map(({ id }) => id);
  const by = ids.indexOf(to) - ids.indexOf(from);
  return `lane-by-${by < 0 ? 'minus-' : ''}${Math.min(6, Math.abs(by))}`;
}

function onKey(
  event: KeyboardEvent,
  visit: PlannedVisit,
  patrolId: string,
  select: () => void,
): void {
  const next = keyed(event, visit, patrolId);
  if (event.key === 'Enter' || event.key === ' ') select();
  else if (event.key === 'Escape') selection.value = null;
  else if (next) {
    if (apply(next, saidOf(next, visit))) refocus(visit.slotId);
  } else return;
  event.preventDefault();
}

/** The visits after a key; null for a key that changes nothing. */
function keyed(event: KeyboardEvent, visit: PlannedVisit, patrolId: string): Visits | null {
  const step = (event.shiftKey ? 1 : 5) * MINUTE;
  const patrols = shift.value?.patrols ?? [];
  const lane = patrols.findIndex(({ id }) => id === patrolId);
  const toLane = (by: number) => {
    const other = patrols[lane + by];
    if (!other) announce(planText.value.noLane);
    return other ? moved(visits.value, visit.slotId, visit.startsAt, other.id) : null;
  };
  switch (event.key) {
    case 'ArrowLeft':
      return moved(visits.value, visit.slotId, visit.startsAt - step);
    case 'ArrowRight':
      return moved(visits.value, visit.slotId, visit.startsAt + step);
    case 'ArrowUp':
      return toLane(-1);
    case 'ArrowDown':
      return toLane(1);
    case '+':
      return stretched(visits.value, visit.slotId, visit.endsAt + step);
    case '-':
      return stretched(visits.value, visit.slotId, visit.endsAt - step);
    case 'p':
    case 'P':
      return pinned(visits.value, visit.slotId, !visit.pinned);
    case 'Delete':
    case 'Backspace':
      return removed(visits.value, visit.slotId);
    default:
      return null;
  }
}

/** The block may have moved to another lane: the focus follows it. */
function refocus(slotId: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-slot="${slotId}"]`)?.focus(),
  );
}
