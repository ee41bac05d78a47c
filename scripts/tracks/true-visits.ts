/** What is a visit, as ../shared/tracks has it: time on foot inside, joined over short absences, five minutes at least. */

import type { Step } from './patrol-path.ts';
import { type Area, isInside } from './plane.ts';

/** Seconds from the first step. */
export interface Presence {
  readonly areaId: string;
  readonly from: number;
  readonly to: number;
}

const JOINED_S = 60;
const LEAST_VISIT_S = 300;
/** Domain brief 1.2 and 1.3: an exit as long as this ends a visit, and shorter presence is a pass-through. */
const CLEAR_EXIT_S = 180;
const CLEAR_PASS_S = 120;

/** Presence joined over absences of under a minute. */
export function presencesIn(steps: readonly Step[], area: Area): Presence[] {
  const spans: { from: number; to: number }[] = [];
  const corners = area.rings.flat();
  const [west, east] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  for (const [second, { at, onFoot }] of steps.entries()) {
    if (!onFoot || at[0] < west || at[0] > east || !isInside(area, at)) continue;
    const last = spans.at(-1);
    if (last && second - last.to < JOINED_S) last.to = second;
    else spans.push({ from: second, to: second });
  }
  return spans.map((span) => ({ areaId: area.id, ...span }));
}

export const isVisit = ({ from, to }: Presence): boolean => to - from >= LEAST_VISIT_S;

/**
 * Whether the two definitions, of the tracks and of the domain brief, agree on every presence: each clearly a visit or a
 * pass-through, each absence clearly short or long.
 */
export function isClear(presences: readonly Presence[]): boolean {
  return presences.every((presence, index) => {
    const next = presences[index + 1];
    const isLongAway = !next || next.from - presence.to >= CLEAR_EXIT_S;
    return isLongAway && (isVisit(presence) || presence.to - presence.from < CLEAR_PASS_S);
  });
}
