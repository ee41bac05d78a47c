/** The step that a week asks for. Pure. */
import type { WeekShiftReply } from './replies.ts';

/** The last three ask for nothing: all is published, nothing can be planned, or the week is over. */
export type WeekStep = 'plan' | 'publish' | 'published' | 'unstaffed' | 'over';

type Shift = Pick<WeekShiftReply, 'isOpen' | 'plan' | 'patrols' | 'startsAt'>;

/** @param now in epoch milliseconds */
export function nextStep(shifts: readonly Shift[], now: number): WeekStep {
  const open = shifts.filter(({ isOpen }) => isOpen);
  if (open.some(({ plan }) => plan === null)) return 'plan';
  if (open.length > 0) return 'publish';
  const ahead = shifts.filter(({ startsAt }) => Date.parse(startsAt) > now);
  if (ahead.length === 0) return 'over';
  return ahead.some(({ patrols }) => patrols.length === 0) ? 'unstaffed' : 'published';
}
