import { describe, expect, test } from 'vitest';
import type { WeekUnmet } from '#core/planner/week/week-unmet.ts';
import { unmetLines } from '../../../web/week/unmet-lines.ts';

const unmet = (
  hotSpotId: string,
  date: string,
  code: string,
  shiftId: string | null = null,
  values: WeekUnmet['reason']['values'] = {},
): WeekUnmet => ({
  hotSpotId,
  windowId: `${hotSpotId}-window`,
  date,
  opens: Date.parse(`${date}T18:00:00Z`),
  closes: Date.parse(`${date}T22:00:00Z`),
  missing: 1,
  reason: { code, values },
  shiftId,
});

const said = (list: readonly WeekUnmet[]) =>
  unmetLines(list).map(({ all }) => all.map(({ hotSpotId, date }) => `${hotSpotId} ${date}`));

describe('what a week leaves missing', () => {
  test('is told in one line where the shifts are still to be planned', () => {
    const list = [
      unmet('R1', '2026-12-01', 'shift-not-planned', 'tuesday'),
      unmet('C2', '2026-12-02', 'shift-not-planned', 'wednesday'),
    ];
    expect(said(list)).toEqual([['R1 2026-12-01', 'C2 2026-12-02']]);
  });

  test('is told by day where nobody is on duty', () => {
    const list = ['2026-12-01', '2026-12-02'].flatMap((date) => [
      unmet('R1', date, 'no-shift'),
      unmet('C2', date, 'no-shift'),
    ]);
    expect(said(list)).toEqual([
      ['R1 2026-12-01', 'C2 2026-12-01'],
      ['R1 2026-12-02', 'C2 2026-12-02'],
    ]);
  });

  test('has a line of its own where its reason has figures of its own', () => {
    const loss = (id: string) =>
      unmet(id, '2026-12-01', 'costs-more', 'tuesday', { loss: 3, hotspot: 'H1' });
    expect(said([loss('R1'), loss('C2')])).toHaveLength(2);
  });
});
