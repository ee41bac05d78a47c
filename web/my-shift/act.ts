/** Runs what a button does, once at a time, and keeps what went wrong to be shown where the button is. */
import { useSignal } from '@preact/signals';

export interface Act {
  readonly busy: boolean;
  readonly error: unknown;
  readonly run: (work: () => Promise<unknown>) => void;
}

export function useAct(): Act {
  const busy = useSignal(false);
  const error = useSignal<unknown>(null);
  const run = async (work: () => Promise<unknown>) => {
    if (busy.value) return;
    busy.value = true;
    error.value = null;
    try {
      await work();
    } catch (caught) {
      error.value = caught;
    } finally {
      busy.value = false;
    }
  };
  return { busy: busy.value, error: error.value, run: (work) => void run(work) };
}
