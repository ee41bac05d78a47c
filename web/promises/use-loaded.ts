/** What a page has asked the server for: a newer question makes an older answer moot, and coming back asks again. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

export interface Loaded<T> {
  /** null: not answered yet. The last answer stays while a newer one is asked for. */
  readonly value: Signal<T | null>;
  readonly failure: Signal<unknown>;
  readonly isLoading: Signal<boolean>;
  readonly reload: () => Promise<void>;
}

/**
 * @param key of the question: under another one an old answer is none, and goes where the new one fails to come
 * @param state another one asks the same question anew
 */
export function useLoaded<T>(
  key: string,
  ask: (signal: AbortSignal) => Promise<T>,
  state = '',
): Loaded<T> {
  const value = useSignal<T | null>(null);
  const failure = useSignal<unknown>(null);
  const isLoading = useSignal(false);
  const latest = useRef<AbortController | null>(null);
  const answered = useRef(key);
  const reload = async () => {
    latest.current?.abort();
    const controller = new AbortController();
    latest.current = controller;
    isLoading.value = true;
    try {
      value.value = await ask(controller.signal);
      answered.current = key;
      failure.value = null;
    } catch (error) {
      if (controller.signal.aborted) return;
      if (answered.current !== key) value.value = null;
      failure.value = error;
    } finally {
      if (latest.current === controller) isLoading.value = false;
    }
  };
  useEffect(() => {
    const comeBack = () => {
      if (!document.hidden) void reload();
    };
    void reload();
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      latest.current?.abort();
    };
  }, [key, state]);
  return { value, failure, isLoading, reload };
}
