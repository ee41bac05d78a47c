/** Asks the server when the question changes; a newer question makes an older one's answer moot. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export interface Asking<T> {
  readonly answer: T | null;
  readonly problem: unknown;
  readonly isBusy: boolean;
  readonly again: () => void;
}

/** @param key what the question is about; null: do not ask */
export function useAnswer<T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<T>,
): Asking<T> {
  const state = useSignal<Omit<Asking<T>, 'again'>>({ answer: null, problem: null, isBusy: true });
  const round = useSignal(0);
  useEffect(() => {
    if (key === null) {
      state.value = { ...state.peek(), isBusy: false };
      return undefined;
    }
    const controller = new AbortController();
    state.value = { ...state.peek(), isBusy: true };
    void answered(ask, controller.signal).then((known) => {
      if (!controller.signal.aborted) state.value = { ...state.peek(), ...known, isBusy: false };
      return known;
    });
    return () => controller.abort();
  }, [key, round.value]);
  return {
    ...state.value,
    again: () => {
      round.value += 1;
    },
  };
}

async function answered<T>(ask: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) {
  try {
    return { answer: await ask(signal), problem: null };
  } catch (problem) {
    return { problem };
  }
}
