/** The doses that a week leaves missing, in as few lines as their reasons allow. Pure. */
import type { WeekUnmet } from '#core/planner/week/week-unmet.ts';

export interface UnmetLine {
  readonly key: string;
  /** Whose day, shift and reason the line says. */
  readonly first: WeekUnmet;
  readonly all: readonly WeekUnmet[];
  readonly missing: number;
}

/**
 * Reasons without values say the same of every hot spot: they share a line a shift, or a day where there is no shift. What has
 * passed or is still to be planned shares one line for the whole week.
 */
export function unmetLines(unmet: readonly WeekUnmet[]): UnmetLine[] {
  const groups = new Map<string, WeekUnmet[]>();
  for (const one of unmet) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([key, all]) => {
    const [first] = all;
    const missing = all.reduce((sum, one) => sum + one.missing, 0);
    return first ? [{ key, first, all, missing }] : [];
  });
}

const OF_THE_WEEK: ReadonlySet<string> = new Set(['window-passed', 'shift-not-planned']);

function keyOf({ reason, shiftId, date, opens, hotSpotId, windowId }: WeekUnmet): string {
  if (OF_THE_WEEK.has(reason.code)) return reason.code;
  if (Object.keys(reason.values).length === 0) return `${reason.code} ${shiftId ?? date}`;
  return `${hotSpotId} ${windowId} ${opens}`;
}
