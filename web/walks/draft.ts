/**
 * What is typed into a form, kept in this tab until it is saved: a phone may throw the page away while its camera is
 * open, and a network may be gone when the button is pressed. By account, so that nobody is shown another's words.
 */
import { type Signal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { session } from '../state/session.ts';

export interface Draft<T> {
  readonly value: Signal<T>;
  readonly change: (change: Partial<T>) => void;
  /** It has been saved, or is not wanted: nothing of it is kept. */
  readonly forget: () => void;
}

/** @param key what the form is for; another key is another draft */
export function useDraft<T extends object>(key: string, initial: () => T): Draft<T> {
  return useMemo(() => {
    const place = `draft ${session.value?.user.id ?? ''} ${key}`;
    const value = signal<T>({ ...initial(), ...recall<T>(place) });
    return {
      value,
      change: (change) => {
        value.value = { ...value.value, ...change };
        keep(place, value.value);
      },
      forget: () => drop(place),
    };
  }, [key]);
}

function recall<T>(place: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<T>;
  } catch {
    // Storage that is refused or spoilt: the form starts as if nothing had been kept.
    return {};
  }
}

function keep(place: string, value: unknown): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // A private window refuses storage: the words then last as long as the page.
  }
}

function drop(place: string): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept where storage is refused.
  }
}
