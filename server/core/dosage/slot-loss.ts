/** Planned visits of which no dose came, and why: the chief's argument for resources (domain brief, N6). */
import { DAY_MS } from '../calendar/local-time.ts';
import type { EpochMs, LossReason, Uuid } from '../model.ts';
import type { CountAndTime, CoverageSums } from './coverage-block.ts';
import type { PublishedSlot } from './coverage-input.ts';
import { type ClassedPresence, isDose } from './visit-class.ts';

export function byLossReason<T>(valueOf: (reason: LossReason) => T): Record<LossReason, T> {
  return {
    'call-out': valueOf('call-out'),
    staffing: valueOf('staffing'),
    weather: valueOf('weather'),
    reprioritised: valueOf('reprioritised'),
    other: valueOf('other'),
  };
}

/** A visit linked to a slot further away in time than this was linked by mistake. */
const LINK_REACH_MS = DAY_MS;

/** Starts of the visits that answer each slot: a dose came of it, or a patrol is there now. */
function answersBySlot(presences: readonly ClassedPresence[]): Map<Uuid, EpochMs[]> {
  const answers = new Map<Uuid, EpochMs[]>();
  for (const presence of presences) {
    if (!presence.open && !isDose(presence.class)) continue;
    for (const slotId of presence.slotIds) {
      answers.set(slotId, [...(answers.get(slotId) ?? []), presence.from]);
    }
  }
  return answers;
}

function lossFor(reason: LossReason | null, lost: readonly PublishedSlot[]): CountAndTime {
  const because = lost.filter((slot) => slot.loss === reason);
  return {
    count: because.length,
    ms: because.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0),
  };
}

/**
 * The slots of which no dose came: the loss was recorded, or the slot's time has passed. With the reason, or
 * with none where nobody has given one.
 */
export function lostSlots<S extends PublishedSlot>(
  slots: readonly S[],
  presences: readonly ClassedPresence[],
  now: EpochMs,
): S[] {
  const answers = answersBySlot(presences);
  const isAnswered = ({ slotId, startsAt }: S) =>
    answers.get(slotId)?.some((from) => Math.abs(from - startsAt) <= LINK_REACH_MS) ?? false;
  return slots.filter((slot) => !isAnswered(slot) && (slot.loss !== null || slot.endsAt <= now));
}

/**
 * Lack of staff is kept apart: that was planned but never offered (as in intention-to-treat; domain brief 1.3).
 */
export function slotLosses(
  slots: readonly PublishedSlot[],
  presences: readonly ClassedPresence[],
  now: EpochMs,
): Pick<CoverageSums, 'losses' | 'unexplained' | 'notOffered' | 'missed'> {
  const lost = lostSlots(slots, presences, now);
  const losses = byLossReason((reason) => lossFor(reason, lost));
  const notOffered = losses.staffing.count;
  const unexplained = lossFor(null, lost);
  return { losses, unexplained, notOffered, missed: lost.length - notOffered };
}
