/** What has come of points: «punkt → åtgärd → dos». The doses are counted as coverage counts them, window by window. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { isSettled, readingSpan } from '#core/dosage/coverage-input.ts';
import type { PromisedWindow } from '#core/dosage/promised-window.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { type WindowDoses, windowDoses } from '#core/walks/window-doses.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import { windowLinksOfWalk } from '../../store/walk-points.ts';
import { type StoredWindow, windowsByIds, windowsFrom } from '../../store/windows.ts';
import type { Remembering } from '../coverage/coverage-blocks.ts';
import type { PeriodBounds } from '../coverage/scope.ts';

export interface Measure extends WindowDoses {
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

/** Year by year, so that ten years take no more memory than one, and a year that has passed is counted once. */
async function dosesOf(asked: Remembering, window: StoredWindow): Promise<WindowDoses> {
  const { db, calendar, now } = asked;
  const today = operationalDateOf(calendar, now);
  const to = window.validTo !== null && window.validTo < today ? window.validTo : today;
  const promised = await promisedSince(db, window.hotSpotId, window.validFrom);
  const sum = { promised: 0, delivered: 0 };
  for (const part of yearsOf({ from: window.validFrom, to })) {
    const doses = await dosesInYear(asked, window, part, promised);
    sum.promised += doses.promised;
    sum.delivered += doses.delivered;
  }
  return sum;
}

/** Plans have no part in it and are not read. */
async function dosesInYear(
  { db, calendar: rules, now, memory }: Remembering,
  { id, hotSpotId }: StoredWindow,
  part: PeriodBounds,
  promised: readonly PromisedWindow[],
): Promise<WindowDoses> {
  const key = `${id} ${part.from} ${part.to}`;
  const known = memory.windowDoses.recall(hotSpotId, key, now);
  if (known) return known;
  const generation = memory.windowDoses.generationOf(hotSpotId);
  const span = spanOfPeriod(rules, part);
  const dependsOn = readingSpan(span);
  const windows = promised.filter(({ inForce }) => isInForceIn(inForce, part));
  const visits = await visitsOverlapping(db, dependsOn, { hotSpotIds: [hotSpotId] });
  const input = { span, now, rules, windows, hours: null, slots: [], visits };
  const value = windowDoses(input, id);
  const fact = { value, dependsOn, countedAt: now, settled: isSettled(input) };
  memory.windowDoses.keep(hotSpotId, key, fact, generation);
  return value;
}

/** All windows of the hot spot in force at some time since: which of them a visit answers depends on all. */
async function promisedSince(
  db: Executor,
  hotSpotId: Uuid,
  from: LocalDate,
): Promise<PromisedWindow[]> {
  const windows = await windowsFrom(db, addDays(from, -MARGIN_DAYS), hotSpotId);
  return windows.map((window) => ({
    window,
    inForce: { from: window.validFrom, to: window.validTo },
  }));
}

/** A visit on the edge of a year may answer a window of the day before or after it. */
const MARGIN_DAYS = 2;

const isInForceIn = ({ from, to }: PromisedWindow['inForce'], part: PeriodBounds): boolean =>
  (from === null || from <= addDays(part.to, MARGIN_DAYS)) &&
  (to === null || to > addDays(part.from, -MARGIN_DAYS));

/** The calendar years of a period, the first and last cut by it. */
function yearsOf({ from, to }: PeriodBounds): PeriodBounds[] {
  const first = Number(from.slice(0, 4));
  const count = Number(to.slice(0, 4)) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const year = String(first + index);
    return {
      from: index === 0 ? from : `${year}-01-01`,
      to: index === count - 1 ? to : `${year}-12-31`,
    };
  });
}
