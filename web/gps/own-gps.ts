/** The officer's own switch and all that hangs on it, also without net: off is off at once, whatever the server hears of it. */
import { computed } from '@preact/signals';
import { call } from '../api.ts';
import { isOffline } from '../pwa/call-or-snapshot.ts';
import { may, session } from '../state/session.ts';
import { openPointStore, type PointStore } from './point-store.ts';
import { type OwnGps, ownGps } from './state.ts';

/** null: nobody is signed in, or somebody who has no positions of their own. */
export const gpsAccount = computed(() =>
  may('getMyGps') ? (session.value?.user.id ?? null) : null,
);

const opened = new Map<string, Promise<PointStore | null>>();

/** The store of whoever is signed in; null where there is nobody, or the browser refuses storage. */
export function pointStore(): Promise<PointStore | null> {
  const account = gpsAccount.peek();
  if (account === null) return Promise.resolve(null);
  const store = opened.get(account) ?? openPointStore(account).catch(() => null);
  opened.set(account, store);
  return store;
}

async function keep(own: OwnGps): Promise<void> {
  ownGps.value = own;
  await (await pointStore())?.keepFact('own', own);
}

/** Asks the server; without net what it said last holds, but for a consent that has been withdrawn since. */
export async function loadOwnGps(): Promise<void> {
  try {
    await tellWithdrawal();
    await keep(await call('getMyGps', {}));
  } catch (error) {
    const store = await pointStore();
    const known = (await store?.readFact('own')) ?? null;
    const isWithdrawn = (await store?.readFact('withdrawn')) ?? false;
    ownGps.value ??= known && isWithdrawn ? { ...known, consentGivenAt: null } : known;
    if (!isOffline(error)) throw error;
  }
}

async function tellWithdrawal(): Promise<void> {
  const store = await pointStore();
  if (!(await store?.readFact('withdrawn'))) return;
  await call('setMyConsent', { body: { given: false } });
  await store?.keepFact('withdrawn', false);
}

export async function giveConsent(): Promise<void> {
  await (await pointStore())?.keepFact('withdrawn', false);
  await keep(await call('setMyConsent', { body: { given: true } }));
  askPermission();
}

/** The browser's own question comes with the tap that says yes, not in the middle of a visit. */
function askPermission(): void {
  const nothing = () => {};
  navigator.geolocation.getCurrentPosition(nothing, nothing, { maximumAge: Infinity });
}

/** From the first line on no fix is taken and no point leaves the phone; the server hears of it when it can. */
export async function withdrawConsent(): Promise<void> {
  if (ownGps.value) ownGps.value = { ...ownGps.value, consentGivenAt: null };
  const store = await pointStore();
  await store?.keepFact('withdrawn', true);
  await store?.clear();
  await loadOwnGps();
}

/** On this phone and on the server. @returns how many the server had */
export async function deleteOwnPoints(): Promise<number> {
  const { removed } = await call('deleteMyPositions', {});
  await (await pointStore())?.clear();
  await loadOwnGps();
  return removed;
}
