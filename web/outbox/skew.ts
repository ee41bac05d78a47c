/** How far the server's clock is ahead of this device's, as far as is known. */
import { signal } from '@preact/signals';

const KEY = 'skew';

/** Milliseconds; null: this device has never met the server. Kept, so that a restart without network still knows it. */
export const skewMs = signal<number | null>(kept());

/** Longer ways tell too little of when the server answered. */
const LONGEST_WAY_MS = 10_000;

/**
 * Takes the server's word for the middle of the request.
 * @param askedAt this device's clock when the request left
 * @param heardAt and when the answer came
 */
export function measureSkew(serverNow: string, askedAt: number, heardAt: number): void {
  if (heardAt - askedAt > LONGEST_WAY_MS || heardAt < askedAt) return;
  skewMs.value = Math.round(Date.parse(serverNow) - (askedAt + heardAt) / 2);
  try {
    localStorage.setItem(KEY, String(skewMs.value));
  } catch {
    // Known as long as the page is open.
  }
}

/** Now by the server's clock, as well as this device knows it. */
export const serverNow = (): number => Date.now() + (skewMs.value ?? 0);

function kept(): number | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : Number(text);
  } catch {
    return null;
  }
}
