/** How safe what lies on this device is: whether there is room, and whether the browser may throw it away. */
import { signal } from '@preact/signals';

export type Room = 'enough' | 'low' | 'full';
/** `unknown`: not asked, or a browser that does not say. */
export type Keeping = 'unknown' | 'kept' | 'evictable';

export const room = signal<Room>('enough');
export const keeping = signal<Keeping>('unknown');

/** A night's visits and snapshots take less than one megabyte, the app's files about one. */
const LOW_BYTES = 10_000_000;

/** Asks the browser not to throw anything away. Chromium answers by how much the app is used; Firefox asks the user. */
export async function askToPersist(): Promise<void> {
  if (!navigator.storage?.persist) return;
  const isKept = (await navigator.storage.persisted()) || (await navigator.storage.persist());
  keeping.value = isKept ? 'kept' : 'evictable';
}

export async function measureStorage(): Promise<void> {
  if (!navigator.storage?.estimate) return;
  const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
  if (room.value !== 'full') room.value = quota - usage < LOW_BYTES ? 'low' : 'enough';
}

/** Whoever fails to write says so here; a full disk is then told to the user. */
export function storageFailed(error: unknown): void {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') room.value = 'full';
}

/** Whoever has written again. */
export function storageWorked(): void {
  if (room.value !== 'full') return;
  room.value = 'enough';
  void measureStorage();
}
