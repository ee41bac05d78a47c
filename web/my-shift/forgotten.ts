/** Which visit to ask about: one that has been open too long, or that the system has ended by itself. Asked until it is answered. */
import { computed, signal } from '@preact/signals';
import { forgottenEnd } from '#core/dosage/forgotten-end.ts';
import type { EpochMs } from '#core/model.ts';
import { leftAt } from '../gps/state.ts';
import { mine, now, type Visit } from './state.ts';

export interface AskedVisit {
  readonly visit: Visit;
  /** Where it is taken to have ended. */
  readonly endedAt: EpochMs;
}

/** When the officers answered on this device that they were still there, by visit. */
const KEY = 'still-there';
const stays = signal<Readonly<Record<string, EpochMs>>>(readStays());

function readStays(): Readonly<Record<string, EpochMs>> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, EpochMs>;
  } catch {
    return {};
  }
}

/** Of one visit alone: a patrol is in one place at a time. */
export function keepStay(visitId: string, at: EpochMs): void {
  stays.value = { [visitId]: at };
  try {
    localStorage.setItem(KEY, JSON.stringify(stays.value));
  } catch {
    // Without storage it is asked again after a reload.
  }
}

/** The newest of the patrol's visits that needs an answer. */
export const askedVisit = computed((): AskedVisit | null => {
  const visits = mine.value?.visits ?? [];
  const open = visits.find(({ endedAt }) => endedAt === null);
  if (open) return askedOpen(open, visits);
  const visit = visits.findLast(({ source }) => source === 'estimated');
  return visit?.endedAt ? { visit, endedAt: Date.parse(visit.endedAt) } : null;
});

function askedOpen(visit: Visit, visits: readonly Visit[]): AskedVisit | null {
  const startedAt = Date.parse(visit.startedAt);
  const next = visits.find((one) => one.id !== visit.id && Date.parse(one.startedAt) > startedAt);
  const evidence = {
    leftAt: leftAt.value.get(visit.hotSpotId) ?? null,
    nextStartAt: next ? Date.parse(next.startedAt) : null,
    confirmedAt: stays.value[visit.id] ?? null,
  };
  const endedAt = forgottenEnd({ startedAt }, evidence, now.value);
  return endedAt === null ? null : { visit, endedAt };
}
