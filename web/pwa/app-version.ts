/**
 * A new version of the app. It is fetched beside the one that runs, and takes over when somebody presses the button: no page is
 * loaded anew by itself, in this tab or in another.
 */
import { signal } from '@preact/signals';
import type { Workbox } from 'workbox-window';

/** `waiting`: fetched, not in use. `running`: another tab has let it in, and this one still runs the old code. */
export type NewVersion = 'none' | 'waiting' | 'running';

export const newVersion = signal<NewVersion>('none');

/** A page can stay open for a whole shift: it looks for a new version so often, and whenever it is looked at. */
const LOOK_EVERY_MS = 3_600_000;

let workbox: Workbox | null = null;
let takenHere = false;

/** Does nothing where the browser has no service worker or refuses it: the app then needs a network. */
export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  workbox = new Workbox('/sw.js');
  workbox.addEventListener('waiting', () => {
    newVersion.value = 'waiting';
  });
  reloadWhereTaken();
  try {
    await workbox.register();
  } catch {
    return;
  }
  setInterval(() => void look(), LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
}

/** Lets the new version in; the page is loaded anew as soon as it answers. */
export function takeNewVersion(): void {
  takenHere = true;
  if (newVersion.value === 'running') location.reload();
  else workbox?.messageSkipWaiting();
}

function reloadWhereTaken(): void {
  // The first service worker of a device is no new version.
  let isFirst = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (takenHere) location.reload();
    else if (!isFirst) newVersion.value = 'running';
    isFirst = false;
  });
  // The old version's screen is gone: whoever goes to it leaves this one, and may as well get the new.
  addEventListener('vite:preloadError', (event) => {
    if (newVersion.value !== 'running') return;
    event.preventDefault();
    location.reload();
  });
}

async function look(): Promise<void> {
  try {
    await workbox?.update();
  } catch {
    // Without a network there is nothing new.
  }
}
