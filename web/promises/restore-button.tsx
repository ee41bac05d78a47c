/** Lets a promise that was withdrawn hold again; or says why it cannot. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import { call } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';

interface RestoreButtonProps {
  readonly id: string;
  /** Of the signed promise. */
  readonly number: number;
  readonly onRestored: () => void;
}

export function RestoreButton({ id, number, onRestored }: RestoreButtonProps) {
  const versionId = useRef(uuid());
  const problem = useSignal<unknown>(null);
  const restore = async () => {
    try {
      const { versions } = await call('getPromise', { params: { id } });
      const basedOn = versions.at(-1)?.versionNumber ?? 1;
      const body = { id: versionId.current, basedOn, change: 'restore' as const };
      await call('changePromise', { params: { id }, body });
      onRestored();
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <>
      <button type="button" class="button small no-print" onClick={() => void restore()}>
        {promisesText.value.restore}
        <span class="visually-hidden"> ({number})</span>
      </button>
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
    </>
  );
}
