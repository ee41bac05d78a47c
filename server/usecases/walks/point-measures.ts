/** What has come of points: «punkt → åtgärd → dos». The doses are counted as coverage counts them, window by window. */
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { periodContaining } from '#core/calendar/period.ts';
import { sumByWindow, type WindowDoses } from '#core/dosage/window-doses.ts';
import type { Uuid } from '#core/model.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { windowLinksOfWalk } from '../../store/walk-points.ts';
import { type StoredWindow, windowsByIds } from '../../store/windows.ts';
import { monthBlocks, type Remembering } from '../coverage/coverage-blocks.ts';

type DosesOfWindow = Omit<WindowDoses, 'windowId'>;

export interface Measure extends DosesOfWindow {
  readonly hotSpot: StoredHotSpot;
  readonly window: StoredWindow;
}

/** The measures of a walk's points, by point. */
export async function measuresOfWalk(
  asked: Remembering,
  walkId: Uuid,
): Promise<ReadonlyMap<Uuid, readonly Measure[]>> {
  const links = await windowLinksOfWalk(asked.db, walkId);
  if (links.length === 0) return new Map();
  const ids = links.map(({ windowId }) => windowId);
  const windows = new Map((await windowsByIds(asked.db, ids)).map((one) => [one.id, one]));
  const places = new Map((await hotSpots(asked.db)).map((one) => [one.id, one]));
  const found = new Map<Uuid, Measure[]>();
  for (const { pointId, windowId } of links) {
    const window = windows.get(windowId);
    const hotSpot = window && places.get(window.hotSpotId);
    if (!window || !hotSpot) continue;
    const measure = { hotSpot, window, ...(await dosesOf(asked, window)) };
    found.set(pointId, [...(found.get(pointId) ?? []), measure]);
  }
  return found;
}

/** Out of the months that coverage remembers: a window opens, and is answered, only while it is in force. */
async function dosesOf(
  asked: Remembering,
  { id, hotSpotId, validFrom, validTo }: StoredWindow,
): Promise<DosesOfWindow> {
  const today = operationalDateOf(asked.calendar, asked.now);
  const last = validTo !== null && validTo < today ? validTo : today;
  if (last < validFrom) return { promised: 0, delivered: 0 };
  const period = {
    from: periodContaining('month', validFrom).from,
    to: periodContaining('month', last).to,
  };
  const blocks = await monthBlocks(asked, [hotSpotId], { ...period, hours: null });
  const parts = (blocks.get(hotSpotId) ?? []).map(({ byWindow }) => byWindow);
  const sum = sumByWindow(parts).find(({ windowId }) => windowId === id);
  return { promised: sum?.promised ?? 0, delivered: sum?.delivered ?? 0 };
}
