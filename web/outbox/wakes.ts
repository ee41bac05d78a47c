/** When to try again: the network is back, somebody looks at the page, or the service worker was woken by Background Sync. */

/** Tag of the Background Sync event, and what the service worker posts to its pages when it comes. */
export const SYNC_TAG = 'fotspar-outbox';

/** @returns what ends the listening */
export function listenForNetwork(wake: () => void): () => void {
  const whenSeen = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const whenAsked = ({ data }: MessageEvent<unknown>) => {
    if (data === SYNC_TAG) wake();
  };
  addEventListener('online', wake);
  addEventListener('focus', wake);
  document.addEventListener('visibilitychange', whenSeen);
  navigator.serviceWorker?.addEventListener('message', whenAsked);
  return () => {
    removeEventListener('online', wake);
    removeEventListener('focus', wake);
    document.removeEventListener('visibilitychange', whenSeen);
    navigator.serviceWorker?.removeEventListener('message', whenAsked);
  };
}

interface WithSync {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

/** Asks the browser to wake us when there is network, where it can; elsewhere the page does it by itself. */
export async function askForBackgroundSync(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await (registration as WithSync | undefined)?.sync?.register(SYNC_TAG);
  } catch {
    // Refused by the user or the browser: focus and `online` are left.
  }
}
