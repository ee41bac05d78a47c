/**
 * Where a hot spot's wanted gap is not held. A gap is broken while a window is open and nobody comes, and not by the hours
 * in which no window is open:
 *
 *   window        ├────────────┤            ├────────────┤
 *   held          ●─────wanted─────┊              ●           it ran out between the windows: the next one answers it
 *   broken        ●──wanted──┊   ●                            it ran out in the window, and the dose came later
 *   broken        ●─────wanted─────┊                          it ran out before the next window, and no dose came in it
 */
import type { TimeSpan, WindowOccurrence } from '../../model.ts';

/** @param doses in order of start; with none before the window there is no gap to break */
export function breaksGap(
  { opens, closes }: Pick<WindowOccurrence, 'opens' | 'closes'>,
  doses: readonly TimeSpan[],
  wantedGapMs: number,
): boolean {
  const before = doses.filter(({ from }) => from < opens);
  const within = doses.filter(({ from }) => from >= opens && from < closes);
  if (before.length === 0) return false;
  let runsOut = Math.max(...before.map(({ to }) => to)) + wantedGapMs;
  const isOverdue = runsOut <= opens;
  if (within.length === 0) return isOverdue || runsOut < closes;
  for (const [index, { from, to }] of within.entries()) {
    const isFirstAnswer = isOverdue && index === 0;
    if (from > runsOut && !isFirstAnswer) return true;
    runsOut = to + wantedGapMs;
  }
  return runsOut < closes;
}
