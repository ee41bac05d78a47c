/** What this phone needs to plan the rest of the shift by itself, asked for while there is network and kept. */
import { computed, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import type { WireOutboxItem } from '../outbox/item.ts';
import { items } from '../outbox/outbox.ts';
import { keepSnapshot, readSnapshot } from '../pwa/snapshots.ts';
import { mine } from './state.ts';

export type MyPlanning = WireReply<'getMyPlanning'>;
export type ReplanBody = Extract<WireOutboxItem, { kind: 'replan' }>['body'];

export const planning = signal<MyPlanning | null>(null);

/** It grows old as visits are made and hours pass; in between it is brought up to date on the phone. */
const OLD_MS = 10 * 60_000;
let keptFor = '';

/** Asks anew where something has changed since, or the answer is old. Without network what is kept on the device has to do. */
export async function refreshPlanning(): Promise<void> {
  const { patrolId, planNumber, visits = [] } = mine.peek() ?? {};
  if (!patrolId || planNumber === null) return;
  const wanted = [patrolId, planNumber, visits.length, Math.floor(Date.now() / OLD_MS)].join(' ');
  if (wanted === keptFor) return;
  try {
    await askPlanning();
    keptFor = wanted;
  } catch {
    planning.value ??= await readSnapshot('getMyPlanning', '');
  }
}

/** @throws ApiProblem */
export async function askPlanning(): Promise<MyPlanning> {
  const answer = await call('getMyPlanning', {});
  planning.value = answer;
  await keepSnapshot('getMyPlanning', '', answer);
  return answer;
}

/** The plans of this phone that the server's answer does not show yet, in order. */
const ownReplans = computed((): ReplanBody[] =>
  items.value.flatMap(({ state, item }) =>
    item.kind === 'replan' && state !== 'refused' ? [item.body] : [],
  ),
);

/** The plan to mend: the server's, or this phone's own on top of it. */
export const standing = computed((): MyPlanning | null => {
  const known = planning.value;
  return known && ownReplans.value.reduce(withReplan, known);
});

function withReplan(known: MyPlanning, body: ReplanBody): MyPlanning {
  if (body.patrolId !== known.patrolId || body.basedOn !== known.planId) return known;
  const { planId, away, back, visits, breaks } = body;
  const isBack = (span: { from: string; to: string }) =>
    span.from === back?.from && span.to === back?.to;
  return {
    ...known,
    planId,
    visits: visits.map((visit) => ({ ...visit, reasons: [] })),
    breaks,
    unavailable: [...known.unavailable.filter((span) => !isBack(span)), ...(away ? [away] : [])],
  };
}
