/** Text in a live region: set anew even if it is the same, so that it is read out; gone after ten seconds. */
import type { Signal } from '@preact/signals';

/** As long as what was done can be undone. */
export const SHOWN_MS = 10_000;

export function announcer(shown: Signal<string>): (text: string) => void {
  let timer = 0;
  return (text) => {
    shown.value = '';
    queueMicrotask(() => {
      shown.value = text;
    });
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      shown.value = '';
    }, SHOWN_MS);
  };
}
