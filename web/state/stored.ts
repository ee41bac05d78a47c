/** A signal that is remembered on this device. Where storage is refused it works without a memory. */
import { effect, type Signal, signal } from '@preact/signals';

export function stored<T extends string>(key: string, known: readonly T[], initial: T): Signal<T> {
  const value = signal(known.find((one) => one === read(key)) ?? initial);
  effect(() => write(key, value.value));
  return value;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows refuse storage: the choice then lasts as long as the page.
  }
}
