/** What was done last on a page, in words, with the way back; or why it was refused. */
import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { ApiProblem } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';
import { type Save, SavedNotice } from '../ui/saved-notice.tsx';

export interface Doing {
  readonly said: string;
  readonly undo: () => Promise<unknown>;
}

/** @returns whether it went well */
export type Run = (work: () => Promise<Doing>) => Promise<boolean>;

interface Doings {
  readonly run: Run;
  readonly notice: VNode;
}

/** An earlier try of the same form came through although its answer did not: what was changed since is another thing. */
const hasArrived = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.code === 'id-reused';

/** @param reload brings the page up to date after each doing and undoing */
export function useDoing(reload: () => Promise<void>): Doings {
  const done = useSignal<(Save<Doing['undo']> & { readonly said: string }) | null>(null);
  const problem = useSignal<unknown>(null);
  const carefully = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      problem.value = null;
      await reload();
      return true;
    } catch (error) {
      problem.value = error;
      if (!hasArrived(error)) return false;
      await reload();
      return true;
    }
  };
  const run: Run = (work) =>
    carefully(async () => {
      const { said, undo } = await work();
      done.value = { revision: (done.value?.revision ?? 0) + 1, before: undo, said };
    });
  const undo = (save: Save<Doing['undo']>) =>
    carefully(async () => {
      await save.before();
      done.value = done.value && { ...done.value, isUndone: true };
    });
  const notice = (
    <div class="ledger-said no-print">
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {hasArrived(problem.value) ? promisesText.value.arrived : problemText(problem.value)}
        </p>
      )}
      <SavedNotice
        save={done.value}
        text={done.value?.said ?? ''}
        onUndo={(save) => void undo(save)}
      />
    </div>
  );
  return { run, notice };
}
