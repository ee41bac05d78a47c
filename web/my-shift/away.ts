/** The patrol's call away: chosen, planned, taken, undone; and planned once more by itself where the plan had changed meanwhile. */
import { computed, effect, signal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { MINUTE_MS } from '#core/calendar/duration.ts';
import type { EpochMs } from '#core/model.ts';
import type { RefusedItem, WireOutboxItem } from '../outbox/item.ts';
import { decide, press, refused } from '../outbox/outbox.ts';
import type { Replan } from '../replan/replan.ts';
import { pressedNow } from './actions.ts';
import { askPlanning, type ReplanBody, standing } from './my-planning.ts';
import { mine, now } from './state.ts';

/** What has been taken, to be undone for a minute. */
export interface TakenReplan {
  readonly replan: Replan;
  readonly takenAt: EpochMs;
  /** The plan had changed at the shift lead's meanwhile, and it was made anew from that. */
  readonly isRemade: boolean;
}

const UNDO_MS = 60_000;

const lastTaken = signal<TakenReplan | null>(null);

export const takenReplan = computed(() =>
  lastTaken.value && now.value - lastTaken.value.takenAt < UNDO_MS ? lastTaken.value : null,
);

/** When the patrol is back from the call that it is on; null: on none. */
export const awayUntil = computed((): EpochMs | null => {
  const on = (standing.value?.unavailable ?? []).filter(
    ({ from, to }) => Date.parse(from) <= now.value && now.value < Date.parse(to),
  );
  return on.length > 0 ? Math.max(...on.map(({ to }) => Date.parse(to))) : null;
});

const QUARTER_MS = 15 * MINUTE_MS;
const MOST_CHOICES = 14;

/** Quarter hours from half an hour on, within the patrol's duty. */
export function awayChoices(at: EpochMs): EpochMs[] {
  const { shift, patrolId } = mine.value ?? {};
  const patrol = shift?.patrols.find(({ id }) => id === patrolId);
  if (!patrol) return [];
  const first = Math.ceil((at + 2 * QUARTER_MS) / QUARTER_MS) * QUARTER_MS;
  return Array.from({ length: MOST_CHOICES }, (_, i) => first + i * QUARTER_MS).filter(
    (until) => until < Date.parse(patrol.endsAt),
  );
}

/** The planner is a chunk of its own: Mitt pass opens without it. */
export async function planAway(until: EpochMs, from: EpochMs = now.peek()): Promise<Replan | null> {
  const known = standing.peek();
  if (!known) return null;
  const { replanAway } = await import('../replan/replan.ts');
  const { stops = [], visits = [] } = mine.peek() ?? {};
  return replanAway(known, { from, to: until }, { now: now.peek(), stops, visits });
}

const replanItem = (body: ReplanBody): WireOutboxItem => ({
  ...pressedNow(),
  kind: 'replan',
  body,
});

export async function takeReplan(replan: Replan): Promise<void> {
  await press(replanItem(replan.body));
  lastTaken.value = { replan, takenAt: now.peek(), isRemade: false };
}

export async function undoReplan({ replan }: TakenReplan): Promise<void> {
  lastTaken.value = null;
  await press(replanItem({ ...replan.undo, planId: uuid() }));
}

const CHANGED: ReadonlySet<string> = new Set(['changed-meanwhile', 'invalid-plan']);
/** A plan that is refused again and again is somebody's to look at. */
const MOST_REMAKINGS = 3;
let remakings = 0;
let isRemaking = false;

/** Plans anew, from the newest plan, what the server could not take. */
export function remakeWhenRefused(): () => void {
  return effect(() => {
    const item = refused.value.find(isOutOfDate);
    if (item && !isRemaking && remakings < MOST_REMAKINGS) void remake(item);
  });
}

const isOutOfDate = ({ item, problem }: RefusedItem): boolean =>
  item.kind === 'replan' && item.body.away !== null && CHANGED.has(problem.code);

async function remake({ item }: RefusedItem): Promise<void> {
  if (item.kind !== 'replan' || !item.body.away) return;
  isRemaking = true;
  remakings += 1;
  try {
    await askPlanning();
    const { from, to } = item.body.away;
    const replan = await planAway(Date.parse(to), Date.parse(from));
    if (!replan) return;
    await decide([item.id], [replanItem(replan.body)]);
    lastTaken.value = { replan, takenAt: now.peek(), isRemade: true };
  } catch {
    // Without network it waits among what was refused, and is tried when the page hears of the server again.
  } finally {
    isRemaking = false;
  }
}
