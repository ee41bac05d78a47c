/** When a hot spot is hot, beside its windows in force. */

import { operationalDateOf } from '#core/calendar/local-time.ts';
import { type HoldOut, holdOutFrom, usualHoldOut } from '#core/evaluation/hold-out.ts';
import { liesWithin } from '#core/evaluation/plane-area.ts';
import {
  countWithin,
  type MoveSuggestion,
  openHours,
  shareCaught,
  suggestMove,
  weekHours,
} from '#core/evaluation/when-hot.ts';
import { swerefPlane } from '#core/geo/local-plane.ts';
import type { LocalDate, Metres, TimeSpan, Uuid } from '#core/model.ts';
import { notFound } from '../../problem.ts';
import { incidentSpan, incidentsIn } from '../../store/incidents.ts';
import { type StoredWindow, windowsFrom } from '../../store/windows.ts';
import { type Evaluated, type PlaceOnPlane, standingPlaces } from './evaluation-basis.ts';

/** What happens across the street is the patrol's too. Ours. */
const NEAR_M: Metres = 50;

export interface HotHours {
  readonly place: PlaceOnPlane;
  readonly nearM: Metres;
  readonly data: TimeSpan | null;
  readonly holdOut: HoldOut | null;
  readonly windows: readonly StoredWindow[];
  /** 168 cells of the operational week. */
  readonly incidents: Float64Array;
  readonly open: Float64Array;
  readonly count: number;
  readonly caught: number;
  readonly suggestion: MoveSuggestion;
}

/** @throws Problem not-found */
export async function hotHours(
  asked: Evaluated,
  id: Uuid,
  from: LocalDate | undefined,
): Promise<HotHours> {
  const { db, calendar, now } = asked;
  const place = (await standingPlaces(db, null)).find((one) => one.id === id);
  if (!place) throw notFound('hot spot', id);
  const { municipality } = place.hotSpot;
  const data = await incidentSpan(db, municipality);
  const near = (await incidentsIn(db, municipality)).filter(({ lonLat }) =>
    liesWithin(place.area, ...swerefPlane.toXY(lonLat), NEAR_M),
  );
  const today = operationalDateOf(calendar, now);
  const windows = (await windowsFrom(db, today, id)).filter((window) => isInForce(window, today));
  const whole = { from: 0, to: now };
  const cells = weekHours(calendar, near, whole);
  const open = openHours(calendar, windows);
  const holdOut = data && (from ? holdOutFrom(calendar, from) : usualHoldOut(calendar, data));
  const split = holdOut?.split ?? now;
  const part = (span: TimeSpan) => weekHours(calendar, near, span);
  return {
    place,
    nearM: NEAR_M,
    data,
    holdOut,
    windows,
    incidents: cells,
    open,
    count: countWithin(near, whole),
    caught: shareCaught(cells, open),
    suggestion: suggestMove(
      calendar,
      windows,
      part({ from: 0, to: split }),
      part({ from: split, to: now }),
    ),
  };
}

/** A window of a season that is over, or has yet to come, is not open. */
const isInForce = ({ validFrom, dateFrom, dateTo }: StoredWindow, today: LocalDate): boolean =>
  validFrom <= today && (dateFrom ?? today) <= today && today <= (dateTo ?? today);
