/** What the tabs of one account tell each other, and the mark by which a cleared outbox is noticed. */

const channelOf = (account: string): string => `fotspar-outbox-${account}`;

/** Tells the other tabs that the outbox has changed. */
export function announceChange(account: string): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(channelOf(account));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin to post to
  channel.postMessage('changed');
  channel.close();
}

/** @returns what ends the listening */
export function onChange(account: string, heard: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(channelOf(account));
  channel.addEventListener('message', heard);
  return () => channel.close();
}

const key = (account: string): string => `waiting:${account}`;

/** Remembers outside the outbox that something waits in it. */
export function noteWaiting(account: string, count: number): void {
  try {
    if (count > 0) localStorage.setItem(key(account), String(count));
    else localStorage.removeItem(key(account));
  } catch {
    // Without storage there is no outbox that could be cleared either.
  }
}

/** Whether something waited when the outbox was last seen. */
export function hadWaiting(account: string): boolean {
  try {
    return localStorage.getItem(key(account)) !== null;
  } catch {
    return false;
  }
}

export function forgetWaiting(account: string): void {
  noteWaiting(account, 0);
}
