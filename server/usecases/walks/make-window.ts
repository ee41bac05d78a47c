/** A point of a walk becomes a time window of a hot spot, and stays linked to it (domain brief N15). */
import { isDeepStrictEqual } from 'node:util';
import type { Uuid } from '#core/model.ts';
import { fieldProblem, Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpotById, type StoredHotSpot } from '../../store/hot-spots.ts';
import { linkWindow, pointOfWindow } from '../../store/walk-points.ts';
import { openWindows, type StoredWindow, windowsByIds } from '../../store/windows.ts';
import { setWindows, type WindowInput } from '../places/set-windows.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { ownPoint } from './own-walks.ts';

export interface WindowOfPoint {
  readonly hotSpotId: Uuid;
  readonly window: WindowInput;
}

/**
 * Adds the window to those that the hot spot has, from today's operational day. Sending it twice makes one.
 * @throws Problem not-found; invalid-input (hot spot); not-acceptable-state (no room for more windows); id-reused
 */
export async function makeWindow(
  tx: Executor,
  pointId: Uuid,
  { hotSpotId, window }: WindowOfPoint,
  atMost: number,
  circumstances: Circumstances,
): Promise<Done<{ readonly windowId: Uuid }>> {
  const { walk } = await ownPoint(tx, pointId, circumstances.by);
  const result = { windowId: window.id };
  const [known] = await windowsByIds(tx, [window.id]);
  if (known) {
    const isSame = known.hotSpotId === hotSpotId && isDeepStrictEqual(inputOf(known), window);
    if (isSame && (await pointOfWindow(tx, window.id)) === pointId) return { result, audit: [] };
    throw new Problem('id-reused');
  }
  const hotSpot = await hotSpotOf(tx, hotSpotId, walk.municipality);
  const open = (await openWindows(tx, hotSpotId)).map(inputOf);
  if (open.length >= atMost) throw full(atMost);
  const set = await setWindows(tx, hotSpotId, [...open, window], hotSpot.revision, circumstances);
  await linkWindow(tx, pointId, window.id);
  const entry: AuditEntry = {
    action: 'walk.point-window',
    entity: 'walk-point',
    entityId: pointId,
    detail: { hotSpotId, windowId: window.id },
  };
  return { result, audit: [set.audit, entry].flat() };
}

function inputOf({ hotSpotId: _place, validFrom: _from, validTo: _to, ...window }: StoredWindow) {
  return window;
}

async function hotSpotOf(tx: Executor, id: Uuid, municipality: string): Promise<StoredHotSpot> {
  const hotSpot = await hotSpotById(tx, id);
  const isUsable = hotSpot?.municipality === municipality && hotSpot.status !== 'closed';
  if (hotSpot && isUsable) return hotSpot;
  throw fieldProblem('invalid-input', '/hotSpotId', {
    sv: 'Välj en hot spot i vandringens kommun som inte är avslutad.',
    en: 'Choose a hot spot of the walk’s municipality that is not closed.',
  });
}

const full = (atMost: number) =>
  fieldProblem('not-acceptable-state', '/hotSpotId', {
    sv: `Hot spoten har redan ${atMost} tidsfönster: ta bort något först.`,
    en: `The hot spot has ${atMost} windows already: remove one first.`,
  });
