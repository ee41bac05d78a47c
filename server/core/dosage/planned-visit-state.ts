/**
 * What came of a planned visit so far, as one pure function.
 *
 *            −15 min   start        latest start   +30 min            no more time
 *   planned  │ ready   ┊            ┊              │ overdue          │ missed
 *
 * The plan and what happened are kept apart; the state is told from both and never stored.
 */
import { MINUTE_MS } from '../calendar/duration.ts';
import type { EpochMs, LossReason } from '../model.ts';
import { DEFAULT_THRESHOLDS, type DoseThresholds } from './thresholds.ts';
import { isDose, visitClass } from './visit-class.ts';

export const PLANNED_VISIT_STATES = [
  'planned',
  'ready',
  'ongoing',
  'overdue',
  'done',
  'short',
  'missed',
] as const;
export type PlannedVisitState = (typeof PLANNED_VISIT_STATES)[number];

const TO_COME: ReadonlySet<PlannedVisitState> = new Set(['planned', 'ready', 'overdue']);

/** Whether nobody has begun it and somebody still may. */
export const isToCome = (state: PlannedVisitState): boolean => TO_COME.has(state);

/** How long before its start a planned visit is at hand (domain brief, M12). */
export const READY_BEFORE_MS = 15 * MINUTE_MS;
/** How long after its latest start it is overdue (M12; EarthRanger's patrols have the same half hour). */
export const OVERDUE_AFTER_MS = 30 * MINUTE_MS;

export interface PlannedVisitFacts {
  readonly startsAt: EpochMs;
  /** The last start that still fits its window; null: the planned one. */
  readonly latestStart: EpochMs | null;
  /** From when it cannot be made any more: its window closes or its patrol goes off duty. Null: not known. */
  readonly lostFrom: EpochMs | null;
  /** The visit made of it, if any; an end of null: they are there now. */
  readonly visit: { readonly startedAt: EpochMs; readonly endedAt: EpochMs | null } | null;
  readonly loss: LossReason | null;
  readonly thresholds?: DoseThresholds;
  readonly now: EpochMs;
}

/** Of a visit that ended; a pass-through leaves the planned visit still to be made. */
function stateOfVisit(facts: PlannedVisitFacts): PlannedVisitState | null {
  if (facts.visit === null || facts.visit.startedAt > facts.now) return null;
  const { startedAt: from, endedAt: to } = facts.visit;
  if (to === null) return 'ongoing';
  const result = visitClass({ from, to }, facts.thresholds ?? DEFAULT_THRESHOLDS);
  if (isDose(result)) return 'done';
  return result === 'short' ? 'short' : null;
}

function stateByClock({ startsAt, latestStart, lostFrom, now }: PlannedVisitFacts) {
  if (lostFrom !== null && now >= lostFrom) return 'missed';
  if (now > Math.max(latestStart ?? startsAt, startsAt) + OVERDUE_AFTER_MS) return 'overdue';
  return now >= startsAt - READY_BEFORE_MS ? 'ready' : 'planned';
}

/** What was done outranks what was said: a visit made after its loss was recorded is done. */
export function plannedVisitState(facts: PlannedVisitFacts): PlannedVisitState {
  const byVisit = stateOfVisit(facts);
  if (byVisit === 'done' || byVisit === 'ongoing') return byVisit;
  if (facts.loss !== null) return 'missed';
  return byVisit ?? stateByClock(facts);
}
