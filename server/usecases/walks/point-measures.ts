/** What has come of points: «punkt → åtgärd → dos». The doses are counted as coverage counts them, window by window. */
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import type { Uuid } from '#core/model.ts';
import { type WindowDoses, windowDoses } from '#core/walks/window-doses.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { windowLinksOfWalk } from '../../store/walk-points.ts';
import { type StoredWindow, windowsByIds } from '../../store/windows.ts';
import { type Asked, readHistory, windowsSince } from '../coverage/history.ts';

export interface Measure extends WindowDoses {
  readonly hotSpot: StoredHotSpot;
  readonly window: StoredWindow;
}

/** The measures of a walk's points, by point. */
export async function measuresOfWalk(
  asked: Asked,
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

/** Month by month, so that ten years take no more memory than one month. */
async function dosesOf(asked: Asked, window: StoredWindow): Promise<WindowDoses> {
  const today = operationalDateOf(asked.calendar, asked.now);
  const to = window.validTo !== null && window.validTo < today ? window.validTo : today;
  const sum = { promised: 0, delivered: 0 };
  for (const part of monthsOf({ from: window.validFrom, to })) {
    const span = spanOfPeriod(asked.calendar, part);
    const windows = await windowsSince(asked, readingSpan(span).from);
    const histories = await readHistory(asked, [window.hotSpotId], span, windows);
    for (const history of histories.values()) {
      const { promised, delivered } = windowDoses(history, window.id);
      sum.promised += promised;
      sum.delivered += delivered;
    }
  }
  return sum;
}
