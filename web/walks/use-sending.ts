/** Sending what a form holds: one press at a time, and what the server refused of it. */
import { useSignal } from '@preact/signals';
import { ApiProblem } from '../api.ts';

interface Sending {
  readonly problem: unknown;
  readonly isSending: boolean;
  readonly send: (work: () => Promise<void>) => Promise<void>;
}

export function useSending(): Sending {
  const problem = useSignal<unknown>(null);
  const isSending = useSignal(false);
  const send = async (work: () => Promise<void>) => {
    if (isSending.value) return;
    isSending.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = error;
    }
    isSending.value = false;
  };
  return { problem: problem.value, isSending: isSending.value, send };
}

/** The revision that whatever is made has at first. */
const FIRST = 1;

/**
 * Makes something new. Where an earlier press reached the server although its answer was lost, and the words have changed
 * since, what that press made is changed: by its first revision, so that nobody else's change is written over.
 */
export async function sendNew<T>(
  make: () => Promise<T>,
  change: (revision: number) => Promise<T>,
): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'id-reused') return change(FIRST);
    throw error;
  }
}
