/** What Mitt pass knows: the server's last reply with the outbox on top, the places, the time, and whether the server answers. */
import { computed, effect, signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { MINUTE_MS } from '#core/calendar/duration.ts';
import { isToCome } from '#core/dosage/planned-visit-state.ts';
import { call } from '../api.ts';
import { forgetShown, items, stoppedBy } from '../outbox/outbox.ts';
import { projectShift, type ShownShift, type ShownStop } from '../outbox/project-shift.ts';
import type { ShownVisit } from '../outbox/project-visit.ts';
import { measureSkew, skewMs } from '../outbox/skew.ts';
import { isOffline, patience } from '../pwa/call-or-snapshot.ts';
import { keepSnapshot, readSnapshot } from '../pwa/snapshots.ts';

type MyShiftReply = WireReply<'getMyShift'>;
export type Stop = ShownStop;
export type Visit = ShownVisit;
export type Place = WireReply<'listHotSpots'>['features'][number];

/** What the server said last. */
const reply = signal<MyShiftReply | null>(null);
export const places = signal<readonly Place[]>([]);
export const problem = signal<unknown>(null);
/** Whether the server answered when it was last asked. */
export const online = signal(true);

export const tick = signal(Date.now());
/** Now by the server's clock. */
export const now = computed(() => tick.value + (skewMs.value ?? 0));

/** Stops change their state with the clock, and no quicker than this. */
const minute = computed(() => Math.floor(now.value / MINUTE_MS) * MINUTE_MS);

/** The shift as it will be when all that waits has been sent. */
export const mine = computed<ShownShift | null>(
  () =>
    reply.value &&
    projectShift(reply.value, items.value, {
      now: Math.max(minute.value, Date.parse(reply.value.now)),
      thresholdsOf,
    }),
);

export const placeById = (id: string): Place | undefined =>
  places.value.find((place) => place.id === id);

function thresholdsOf({ hotSpotId, windowId }: Stop) {
  const window = placeById(hotSpotId)?.properties.windows.find(({ id }) => id === windowId);
  if (!window) return undefined;
  const { countsFromMin = 10, ceilingMin = 20 } = window;
  return { countsFromMin, ceilingMin };
}

export const openVisit = computed(
  () => mine.value?.visits.find((visit) => visit.endedAt === null) ?? null,
);

export const waitingStops = computed(() =>
  (mine.value?.stops ?? []).filter(({ state }) => isToCome(state)),
);

// What the outbox meets on its way says as much of the network as the page's own questions.
effect(() => {
  if (stoppedBy.value !== null) online.value = !isOffline(stoppedBy.value);
});

/** Runs a call and keeps the chip's fact: whether the server answers. */
export async function tracked<T>(work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    online.value = true;
    return result;
  } catch (error) {
    if (isOffline(error)) online.value = false;
    throw error;
  }
}

/** Shows what was known, asks the server anew, and lets what was known stand when it does not answer. */
export async function refresh(): Promise<void> {
  await recall();
  try {
    await askShift();
    if (!hasFreshPlaces) await askPlaces();
    problem.value = null;
  } catch (error) {
    problem.value = error;
  }
}

async function askShift(): Promise<void> {
  const askedAt = Date.now();
  const answer = await tracked(() => call('getMyShift', patience()));
  measureSkew(answer.now, askedAt, Date.now());
  reply.value = answer;
  await keepSnapshot('getMyShift', '', answer);
  await forgetShown(askedAt);
}

/** Places seldom change: once a page is enough. */
let hasFreshPlaces = false;

async function askPlaces(): Promise<void> {
  const answer = await call('listHotSpots', { query: { status: 'active' } });
  places.value = answer.features;
  hasFreshPlaces = true;
  await keepSnapshot('listHotSpots', 'active', answer);
}

/** What the server said last, where this page has not heard it yet. */
async function recall(): Promise<void> {
  if (reply.value !== null) return;
  const [shift, spots] = await Promise.all([
    readSnapshot('getMyShift', ''),
    readSnapshot('listHotSpots', 'active'),
  ]);
  places.value = spots?.features ?? [];
  reply.value ??= shift;
}
