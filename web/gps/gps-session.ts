/**
 * GPS as long as the page lives: watches while it may, keeps and sends points, asks about visits. Loaded by Mitt pass after
 * its first screen. Whatever takes the right to watch away (the authority's switch, the officer's, the page out of sight,
 * the shift's end, a low battery) stops it at once: each is a signal that an effect below hangs on.
 */
import { batch, computed, effect, signal } from '@preact/signals';
import { PlaceWatch, type Presence } from '#core/positions/place-watch.ts';
import type { TrackedHotSpot, TrackPoint } from '#core/tracks/track-point.ts';
import { mine, now, openVisit, places } from '../my-shift/state.ts';
import { isBatteryLow, watchBattery } from './battery.ts';
import { gpsAccount, loadOwnGps, pointStore } from './own-gps.ts';
import { sendPoints } from './send-points.ts';
import {
  accuracyM,
  declined,
  droppedPoints,
  isAgreed,
  leftAt,
  ownGps,
  suggestion,
  watchPhase,
} from './state.ts';
import { keyOf, stillDeclined, suggestionFor } from './suggest.ts';
import { watchPositions } from './watch-positions.ts';

const SEND_EVERY_MS = 30_000;
const NOWHERE: Presence = { inside: null, left: new Map() };

const isVisible = signal(document.visibilityState === 'visible');
const presence = signal(NOWHERE);

const isOnDuty = computed(() => {
  const shift = mine.value?.shift;
  if (!shift || !mine.value?.patrolId) return false;
  const isOn = Date.parse(shift.startsAt) <= now.value && now.value < Date.parse(shift.endsAt);
  return isOn || openVisit.value !== null;
});
const mayWatch = computed(() => isAgreed.value && isVisible.value && isOnDuty.value);
const isPrecise = computed(() => openVisit.value !== null);

/** As text: places that the server tells again just as the phone had kept them are no change. */
const outlines = computed(() =>
  JSON.stringify(places.value.map(({ id, geometry }) => ({ id, geometry }))),
);

/** Counts fixes inside and outside of each place; a change of the places begins anew. */
const placeWatch = computed(() => new PlaceWatch(JSON.parse(outlines.value) as TrackedHotSpot[]));

const quietly = (work: Promise<unknown>): void => void work.catch(() => {});

const started = signal(false);

/** Once for the page; what comes after is told by signals. */
export function startGps(): void {
  if (started.value) return;
  started.value = true;
  quietly(watchBattery());
  document.addEventListener('visibilitychange', () => {
    isVisible.value = document.visibilityState === 'visible';
  });
  effect(followAccount);
  effect(watch);
  effect(sendWhatWaits);
  effect(ask);
  effect(() => {
    leftAt.value = presence.value.left;
  });
  effect(forgetVisitThatEnded);
}

/** What one officer's phone knows is not the next one's. */
function followAccount(): void {
  const account = gpsAccount.value;
  batch(() => {
    ownGps.value = null;
    presence.value = NOWHERE;
    declined.value = new Set();
    droppedPoints.value = 0;
  });
  if (account !== null) quietly(loadOwnGps());
}

function watch(): (() => void) | undefined {
  accuracyM.value = null;
  if (!mayWatch.value || isBatteryLow.value) {
    watchPhase.value = mayWatch.value ? 'low-battery' : 'resting';
    return undefined;
  }
  watchPhase.value = 'searching';
  return watchPositions({
    precise: isPrecise.value,
    onFix: see,
    onDenied: () => {
      watchPhase.value = 'denied';
    },
  });
}

function see(point: TrackPoint, keep: boolean): void {
  batch(() => {
    watchPhase.value = 'fixed';
    accuracyM.value = point.accuracyM;
    presence.value = placeWatch.value.take(point);
    declined.value = stillDeclined(declined.value, presence.value);
  });
  if (keep) quietly(keepPoint(point));
}

async function keepPoint(point: TrackPoint): Promise<void> {
  const store = await pointStore();
  if (isAgreed.value) droppedPoints.value += (await store?.add(point)) ?? 0;
}

/** Ends with the consent: what is on its way is broken off. */
function sendWhatWaits(): (() => void) | undefined {
  if (!isAgreed.value) return undefined;
  const stopping = new AbortController();
  const send = () => quietly(sendOnce(stopping.signal));
  const timer = setInterval(send, SEND_EVERY_MS);
  addEventListener('online', send, { signal: stopping.signal });
  document.addEventListener('visibilitychange', send, { signal: stopping.signal });
  send();
  return () => {
    clearInterval(timer);
    stopping.abort();
  };
}

async function sendOnce(signal: AbortSignal): Promise<void> {
  const store = await pointStore();
  if (!store || signal.aborted) return;
  await navigator.locks.request('fotspar-gps', { ifAvailable: true }, async (lock) => {
    if (!lock || (await sendPoints(store, signal)) !== 'refused') return;
    await store.clear();
    await loadOwnGps();
  });
}

function ask(): void {
  const visit = openVisit.value;
  const open = visit && {
    hotSpotId: visit.hotSpotId,
    startedAt: Date.parse(visit.startedAt),
  };
  suggestion.value = mayWatch.value ? suggestionFor(presence.value, open, declined.value) : null;
}

const lastOpen = signal<string | null>(null);

/** Whoever has just ended a visit is not asked whether to begin it again. */
function forgetVisitThatEnded(): void {
  const open = openVisit.value?.hotSpotId ?? null;
  const ended = lastOpen.peek();
  lastOpen.value = open;
  if (ended === null || ended === open) return;
  const key = keyOf({ kind: 'enter', hotSpotId: ended });
  declined.value = new Set([...declined.peek(), key]);
}
