/** The time windows of a hot spot. A changed one is closed and a new one opened, so that past promises stay as they were. */
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate, TimeWindow, Uuid } from '#core/model.ts';
import { fieldProblem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import { replaceHotSpot, type StoredHotSpot } from '../../store/hot-spots.ts';
import {
  closeWindow,
  insertWindow,
  openWindows,
  type StoredWindow,
  windowsByIds,
} from '../../store/windows.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { followWindow } from '../walks/follow-window.ts';
import { unchangedHotSpot } from './edit-hot-spot.ts';

export type WindowInput = Omit<TimeWindow, 'hotSpotId'>;

/**
 * Makes the given windows the ones in force from today's operational day.
 * @throws Problem not-found; changed-meanwhile; id-reused (a window of another hot spot)
 */
export async function setWindows(
  tx: Executor,
  hotSpotId: Uuid,
  inputs: readonly WindowInput[],
  ifRevision: number,
  { now, calendar }: Circumstances,
): Promise<Done<StoredHotSpot>> {
  const place = await unchangedHotSpot(tx, hotSpotId, ifRevision);
  const today = operationalDateOf(calendar, now);
  const open = await openWindows(tx, hotSpotId);
  const known = await ownWindows(tx, inputs, hotSpotId);
  const kept = inputs.filter((input) => open.some((window) => isSame(window, input)));
  const keptIds = new Set(kept.map((input) => input.id));
  for (const window of open) if (!keptIds.has(window.id)) await closeWindow(tx, window.id, today);
  const added = inputs.filter((input) => !keptIds.has(input.id));
  const followed: AuditEntry[] = [];
  for (const input of added) {
    const window = opened(input, hotSpotId, today, known);
    await insertWindow(tx, window);
    if (window.id !== input.id) {
      followed.push(...(await followWindow(tx, hotSpotId, input.id, window.id)));
    }
  }
  const hotSpot = { ...place, revision: place.revision + 1 };
  await replaceHotSpot(tx, hotSpot);
  const detail = { kept: kept.length, opened: added.length, closed: open.length - kept.length };
  const audit: AuditEntry = {
    action: 'hot-spot.set-windows',
    entity: 'hot-spot',
    entityId: hotSpotId,
    detail,
  };
  return { result: hotSpot, audit: [audit, ...followed] };
}

/** A changed window, and a closed one that comes back, gets an id of its own: the old id goes on meaning what was promised under it. */
function opened(
  input: WindowInput,
  hotSpotId: Uuid,
  validFrom: LocalDate,
  known: ReadonlySet<Uuid>,
): StoredWindow {
  const id = known.has(input.id) ? uuid() : input.id;
  return { ...input, id, hotSpotId, validFrom, validTo: null };
}

function isSame(window: StoredWindow, input: WindowInput): boolean {
  const { hotSpotId: _place, validFrom: _from, validTo: _to, ...demand } = window;
  return isDeepStrictEqual(demand, { ...input });
}

/** Which of the given ids are of windows that the hot spot has or has had. @throws Problem id-reused (another's) */
async function ownWindows(
  tx: Executor,
  inputs: readonly WindowInput[],
  hotSpotId: Uuid,
): Promise<ReadonlySet<Uuid>> {
  const ids = inputs.map((input) => input.id);
  const known = await windowsByIds(tx, ids);
  const foreign = known.find((window) => window.hotSpotId !== hotSpotId);
  if (!foreign) return new Set(known.map(({ id }) => id));
  throw fieldProblem('id-reused', `/windows/${ids.indexOf(foreign.id)}/id`, {
    sv: 'Id:t tillhör ett tidsfönster på en annan hot spot: skapa ett nytt.',
    en: 'The id is that of a window of another hot spot: make a new one.',
  });
}
