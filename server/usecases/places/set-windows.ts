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
import { unchangedHotSpot } from './edit-hot-spot.ts';

export type WindowInput = Omit<TimeWindow, 'hotSpotId'>;

/**
 * Makes the given windows the ones in force from today's operational day.
 * @throws Problem not-found; changed-meanwhile; id-reused (a window of another hot spot, or one that is closed)
 */
export async function setWindows(
  tx: Executor,
  hotSpotId: Uuid,
  inputs: readonly WindowInput[],
  ifRevision: number,
  { now, calendar }: Circumstances,
): Promise<Done<StoredHotSpot>> {
  const known = await unchangedHotSpot(tx, hotSpotId, ifRevision);
  const today = operationalDateOf(calendar, now);
  const open = await openWindows(tx, hotSpotId);
  await refuseForeignIds(tx, inputs, open);
  const kept = inputs.filter((input) => open.some((window) => isSame(window, input)));
  const keptIds = new Set(kept.map((input) => input.id));
  for (const window of open) if (!keptIds.has(window.id)) await closeWindow(tx, window.id, today);
  const added = inputs.filter((input) => !keptIds.has(input.id));
  for (const input of added) await insertWindow(tx, opened(input, hotSpotId, today, open));
  const hotSpot = { ...known, revision: known.revision + 1 };
  await replaceHotSpot(tx, hotSpot);
  const detail = { kept: kept.length, opened: added.length, closed: open.length - kept.length };
  const audit: AuditEntry = {
    action: 'hot-spot.set-windows',
    entity: 'hot-spot',
    entityId: hotSpotId,
    detail,
  };
  return { result: hotSpot, audit };
}

/** A changed window gets an id of its own: the old id goes on meaning what was promised under it. */
function opened(
  input: WindowInput,
  hotSpotId: Uuid,
  validFrom: LocalDate,
  open: readonly StoredWindow[],
): StoredWindow {
  const isChanged = open.some((window) => window.id === input.id);
  return { ...input, id: isChanged ? uuid() : input.id, hotSpotId, validFrom, validTo: null };
}

function isSame(window: StoredWindow, input: WindowInput): boolean {
  const { hotSpotId: _place, validFrom: _from, validTo: _to, ...demand } = window;
  return isDeepStrictEqual(demand, { ...input });
}

async function refuseForeignIds(
  tx: Executor,
  inputs: readonly WindowInput[],
  open: readonly StoredWindow[],
): Promise<void> {
  const own = new Set(open.map((window) => window.id));
  const unknown = inputs.map((input) => input.id).filter((id) => !own.has(id));
  const [foreign] = await windowsByIds(tx, unknown);
  if (!foreign) return;
  const index = inputs.findIndex((input) => input.id === foreign.id);
  throw fieldProblem('id-reused', `/windows/${index}/id`, {
    sv: 'Id:t tillhör ett stängt tidsfönster eller en annan hot spot: skapa ett nytt.',
    en: 'The id is that of a closed window or of another hot spot: make a new one.',
  });
}
