/** What is wrong with a plan since it was made, and the step that follows: a plan that holds asks for nothing. Pure. */
import type { PlannedVisit, UnmetDemand } from '#core/model.ts';
import type { PlanViolation } from '#core/planner/bridge/check-edited-plan.ts';
import type { Planning, PlanReply } from './replies.ts';

export interface PlanFaults {
  /** Rules that the plan ahead has come to break, a call before what follows from it. */
  readonly broken: readonly PlanViolation[];
  /** Doses that did not come about, which a new search could still make up for. */
  readonly lost: number;
  /** Planned visits that have not come about and have been given no reason. */
  readonly undone: number;
}

export type NextStep = 'propose' | 'publish' | 'mend' | null;

const NOT_DONE = new Set(['overdue', 'missed', 'short']);

interface Known {
  readonly violations: readonly PlanViolation[];
  readonly isRunning: boolean;
  readonly visits: readonly PlannedVisit[];
  readonly outcomes: Planning['outcomes'];
  readonly unmet: readonly UnmetDemand[];
  /** What the plan left unmet when it was made: said then, and no news. */
  readonly saved: readonly UnmetDemand[];
}

export function planFaults({ violations, isRunning, ...known }: Known): PlanFaults {
  const broken = violations
    .filter((one) => !isRunning || !isNoise(one))
    .sort((a, b) => Number(b.code === 'on-a-call') - Number(a.code === 'on-a-call'));
  const undone = undoneVisits(known);
  return { broken, lost: lostDoses(undone, known), undone: undone.length };
}

/** How many planned visits are at fault; 0: the fault is a patrol's break, load or way home. */
export const brokenVisits = ({ broken }: PlanFaults): number =>
  new Set(broken.flatMap(({ visit }) => (visit === undefined ? [] : [visit]))).size;

/**
 * Where a patrol is at this minute is a guess until it logs its next visit, and a visit that ran over a few minutes is no
 * reason to plan the night again.
 */
const isNoise = ({ code, otherVisit }: PlanViolation): boolean =>
  code === 'over-load' || (code === 'too-far' && otherVisit === undefined);

/** A loss that has been given its reason is dealt with. */
function undoneVisits({ visits, outcomes }: Pick<Known, 'visits' | 'outcomes'>): PlannedVisit[] {
  const bySlot = new Map(outcomes.map((one) => [one.slotId, one]));
  return visits.filter(({ slotId }) => {
    const outcome = bySlot.get(slotId);
    return outcome !== undefined && outcome.loss === null && NOT_DONE.has(outcome.state);
  });
}

/** In each window no more than the visits that failed there, and no more than what is missing anew. */
function lostDoses(
  undone: readonly PlannedVisit[],
  { unmet, saved }: Pick<Known, 'unmet' | 'saved'>,
): number {
  const missingIn = (list: readonly UnmetDemand[], windowId: string) =>
    list.reduce((sum, one) => sum + (one.windowId === windowId ? one.missing : 0), 0);
  const windows = new Set(undone.map(({ windowId }) => windowId));
  return [...windows].reduce((sum, windowId) => {
    const gone = undone.filter((visit) => visit.windowId === windowId).length;
    const grown = missingIn(unmet, windowId) - missingIn(saved, windowId);
    return sum + Math.max(0, Math.min(gone, grown));
  }, 0);
}

/** The one step to press; null: there is nothing that must be done. */
export function nextStep(plan: Pick<PlanReply, 'status'> | null, faults: PlanFaults): NextStep {
  if (!plan) return 'propose';
  if (faults.broken.length > 0 || faults.lost > 0) return 'mend';
  return plan.status === 'draft' ? 'publish' : null;
}
