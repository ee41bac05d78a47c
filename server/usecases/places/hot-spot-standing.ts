/** How each hot spot stands now: its last dose, its doses today, and its windows in force. */

import type { CalendarRules } from '#core/calendar/local-time.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { type HotSpotState, hotSpotState, type Recency } from '#core/dosage/hot-spot-state.ts';
import { presencesOf } from '#core/dosage/presence.ts';
import { type PromisedWindow, promisedOccurrences } from '#core/dosage/promised-window.ts';
import { recencyOf } from '#core/dosage/recency.ts';
import { classed } from '#core/dosage/visit-class.ts';
import type { EpochMs, Uuid, Visit } from '#core/model.ts';
import type { Executor } from '../../store/database.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { latestVisits } from '../../store/visits.ts';
import { openWindows, type StoredWindow, windowsFrom } from '../../store/windows.ts';

export interface HotSpotStanding {
  readonly hotSpot: StoredHotSpot;
  readonly windows: readonly StoredWindow[];
  readonly recency: Recency;
  readonly state: HotSpotState;
}

/** Enough to reach back past a day of short visits to the last dose. */
const LOOK_BACK_VISITS = 40;

/** The standing of the given hot spots at `now`, in their order. */
export async function hotSpotStandings(
  db: Executor,
  hotSpots: readonly StoredHotSpot[],
  now: EpochMs,
  calendar: CalendarRules,
): Promise<HotSpotStanding[]> {
  const [only] = hotSpots.length === 1 ? hotSpots : [];
  const windows = groupByHotSpot(await openWindows(db, only?.id));
  const standings: HotSpotStanding[] = [];
  for (const hotSpot of hotSpots) {
    const visits = await latestVisits(db, hotSpot.id, now, LOOK_BACK_VISITS);
    const recency = await recencyAt(db, hotSpot, visits, now, calendar);
    const own = windows.get(hotSpot.id) ?? [];
    standings.push({ hotSpot, windows: own, recency, state: hotSpotState(recency) });
  }
  return standings;
}

async function recencyAt(
  db: Executor,
  hotSpot: StoredHotSpot,
  visits: readonly Visit[],
  now: EpochMs,
  calendar: CalendarRules,
): Promise<Recency> {
  const presences = presencesOf(visits, now);
  const from = presences[0]?.from ?? now;
  const windows = await windowsFrom(db, operationalDateOf(calendar, from), hotSpot.id);
  const promised = promisedOccurrences(windows.map(toPromised), { from, to: now }, calendar);
  return recencyOf(classed(presences, promised), hotSpot.wantedGapHours, now, calendar);
}

export function toPromised(window: StoredWindow): PromisedWindow {
  return { window, inForce: { from: window.validFrom, to: window.validTo } };
}

function groupByHotSpot(windows: readonly StoredWindow[]): Map<Uuid, StoredWindow[]> {
  const groups = new Map<Uuid, StoredWindow[]>();
  for (const window of windows) {
    groups.set(window.hotSpotId, [...(groups.get(window.hotSpotId) ?? []), window]);
  }
  return groups;
}
