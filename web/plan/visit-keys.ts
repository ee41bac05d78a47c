/** A planned visit changed from the keyboard; the block's help says which key does what. */
import type { PlannedVisit } from '#core/model.ts';
import { planText } from '../text/plan.ts';
import { announce, apply } from './actions.ts';
import { moved, pinned, removed, stretched, type Visits } from './edits.ts';
import { saidOf } from './spoken-visit.ts';
import { shift, visits } from './state.ts';

const MINUTE = 60_000;

export function onKey(
  event: KeyboardEvent,
  visit: PlannedVisit,
  patrolId: string,
  choose: () => void,
): void {
  const next = keyed(event, visit, patrolId);
  if (event.key === 'Enter' || event.key === ' ') choose();
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
    if (!other) announce(planText.value.noRoom);
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
