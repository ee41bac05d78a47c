import { describe, expect, it } from 'vitest';
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import { ALWAYS_IN_FORCE } from '#core/calendar/window.ts';
import { windowOf } from '#core/dosage/answered-window.ts';
import { presencesOf } from '#core/dosage/presence.ts';
import { promisedOccurrences } from '#core/dosage/promised-window.ts';
import { classed, isDose, visitClass } from '#core/dosage/visit-class.ts';
import { aVisit, aWindow } from './samples.ts';

const minutes = (length: number) => ({ from: 0, to: Math.round(length * 60_000) });

describe('a visit', () => {
  it.each([
    [0, 'pass-through'],
    [2.99, 'pass-through'],
    [3, 'short'],
    [9.99, 'short'],
    [10, 'dose'],
    [20, 'dose'],
    [20.01, 'over-ceiling'],
  ])('of %d minutes is %s', (length, expected) => {
    expect(visitClass(minutes(length))).toBe(expected);
  });

  it('over the ceiling is one dose', () => {
    expect(isDose('over-ceiling')).toBe(true);
    expect(isDose('short')).toBe(false);
  });

  it('is judged by the window it falls in, and by the defaults elsewhere', () => {
    const strict = aWindow({ countsFromMin: 15, ceilingMin: 30 });
    const night = { from: Date.parse('2026-11-27T12:00Z'), to: Date.parse('2026-11-28T12:00Z') };
    const windows = [{ window: strict, inForce: ALWAYS_IN_FORCE }];
    const occurrences = promisedOccurrences(windows, night, SWEDISH_RULES);
    const visits = [
      aVisit('in', '2026-11-27T20:00Z', 12),
      aVisit('before', '2026-11-27T18:00Z', 12),
    ];
    const [before, inside] = classed(presencesOf(visits, night.to), occurrences);
    expect(before).toMatchObject({ class: 'dose', answers: null });
    expect(inside).toMatchObject({ class: 'short', answers: { windowId: strict.id } });
  });
});

describe('the window that a visit answers', () => {
  const occurrence = (windowId: string, opens: number, closes: number) => ({
    windowId,
    hotSpotId: 'R1',
    date: '2026-11-27',
    opens,
    closes,
    doses: 1,
  });

  it('is the one that holds most of it, so two minutes early is no harm', () => {
    const window = occurrence('w', 100, 500);
    expect(windowOf({ from: 98, to: 113 }, [window])).toBe(window);
    expect(windowOf({ from: 90, to: 105 }, [window])).toBeNull();
  });

  it('is one only, the first to open of two that hold as much', () => {
    const both = [occurrence('a', 100, 200), occurrence('b', 120, 220)];
    expect(windowOf({ from: 130, to: 150 }, both)?.windowId).toBe('a');
    expect(windowOf({ from: 195, to: 210 }, both)?.windowId).toBe('b');
  });
});
