/** A window and a visit as most tests want them; a test says only what matters to it. */
import type { LoggedVisit } from '#core/dosage/presence.ts';
import type { TimeWindow } from '#core/model.ts';
import { utc } from '../instant.ts';

export function aWindow(fields: Partial<TimeWindow> = {}): TimeWindow {
  return {
    id: 'evening',
    hotSpotId: 'R1',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    start: '20:30',
    end: '01:30',
    exceptions: [],
    dateFrom: null,
    dateTo: null,
    doses: 2,
    dwellMin: 15,
    countsFromMin: 10,
    ceilingMin: 20,
    minGapMin: 60,
    crew: 2,
    ...fields,
  };
}

/** @param lengthMin null: they are still there */
export function aVisit(
  id: string,
  startedAt: string,
  lengthMin: number | null,
  fields: Partial<LoggedVisit> = {},
): LoggedVisit {
  const from = utc(startedAt);
  return {
    id,
    hotSpotId: 'R1',
    patrolId: '31-1410',
    slotId: null,
    startedAt: from,
    endedAt: lengthMin === null ? null : from + lengthMin * 60_000,
    officers: 2,
    source: 'manual',
    late: false,
    voided: false,
    ...fields,
  };
}
