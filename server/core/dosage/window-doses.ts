/** What each time window promised, and the doses that answered it, as sums that can be added up. */
import type { Uuid } from '../model.ts';
import type { PromisedOccurrence } from './promised-window.ts';
import type { ClassedPresence } from './visit-class.ts';

export interface WindowDoses {
  readonly windowId: Uuid;
  /** Doses wanted by the times it has opened. */
  readonly promised: number;
  /** Doses that have answered it. */
  readonly delivered: number;
}

/** By id, so that the same sums look the same however they came about. Windows without either are left out. */
function inOrder(sums: ReadonlyMap<Uuid, WindowDoses>): WindowDoses[] {
  return [...sums.values()].sort((a, b) => (a.windowId < b.windowId ? -1 : 1));
}

function add(sums: Map<Uuid, WindowDoses>, { windowId, promised, delivered }: WindowDoses): void {
  const known = sums.get(windowId);
  sums.set(windowId, {
    windowId,
    promised: (known?.promised ?? 0) + promised,
    delivered: (known?.delivered ?? 0) + delivered,
  });
}

/** @param doses those to count; one that answers no window is in no sum */
export function dosesByWindow(
  opened: readonly PromisedOccurrence[],
  doses: readonly ClassedPresence[],
): WindowDoses[] {
  const sums = new Map<Uuid, WindowDoses>();
  for (const { windowId, doses: promised } of opened)
    add(sums, { windowId, promised, delivered: 0 });
  for (const { answers } of doses) {
    if (answers) add(sums, { windowId: answers.windowId, promised: 0, delivered: 1 });
  }
  return inOrder(sums);
}

export function sumByWindow(parts: readonly (readonly WindowDoses[])[]): WindowDoses[] {
  const sums = new Map<Uuid, WindowDoses>();
  for (const part of parts) for (const one of part) add(sums, one);
  return inOrder(sums);
}
