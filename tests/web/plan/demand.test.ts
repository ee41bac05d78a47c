import { describe, expect, test } from 'vitest';
import type { PlannedVisit } from '#core/model.ts';
import { rankedDemand } from '../../../web/plan/demand.ts';
import type { Place, Planning } from '../../../web/plan/replies.ts';

const at = (hour: number) => Date.parse('2026-11-27T00:00:00Z') + hour * 3_600_000;
const iso = (hour: number) => new Date(at(hour)).toISOString();

const place = (id: string, lastDoseHour: number | null): Place =>
  ({
    id,
    properties: {
      code: id,
      priority: 1,
      wantedGapHours: 24,
      lastDoseAt: lastDoseHour === null ? null : iso(lastDoseHour),
    },
  }) as Place;

const window = (
  id: string,
  from: number,
  to: number,
  doses: number,
  delivered = 0,
): Planning['demands'][number] => ({
  hotSpotId: 'R1',
  windowId: id,
  date: '2026-11-27',
  opens: iso(from),
  closes: iso(to),
  doses,
  delivered,
  elsewhere: 0,
});

const visit = (windowId: string, hour: number) =>
  ({ hotSpotId: 'R1', windowId, startsAt: at(hour) }) as PlannedVisit;

describe('the shift’s demand', () => {
  test('counts by window: too many in one leave the other short', () => {
    const windows = [window('early', 18, 20, 1), window('late', 21, 23, 1)];
    const ahead = [visit('early', 18), visit('early', 19.5)];
    const [demand] = rankedDemand([place('R1', 0)], windows, ahead, at(17));
    expect(demand).toMatchObject({ wanted: 2, covered: 2, missing: 1 });
  });

  test('counts what has been delivered, and calls nothing missing that can no longer be placed', () => {
    const windows = [window('closed', 15, 18, 2, 1), window('open', 18, 23, 2, 1)];
    const [demand] = rankedDemand([place('R1', 17)], windows, [visit('open', 21)], at(19));
    expect(demand).toMatchObject({ wanted: 4, covered: 3, missing: 0 });
  });

  test('comes with the furthest behind first, and never dosed before all', () => {
    const windows = ['R1', 'R2', 'R3'].map((hotSpotId) => ({
      ...window(hotSpotId, 18, 20, 1),
      hotSpotId,
    }));
    const places = [place('R1', 10), place('R2', 2), place('R3', null)];
    const ranked = rankedDemand(places, windows, [], at(18));
    expect(ranked.map((one) => one.place.id)).toEqual(['R3', 'R2', 'R1']);
  });
});
