/** Promises that were taken back: not followed, not hidden. */
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import { may } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { promisesText } from '../text/promises.ts';

interface WithdrawnProps {
  readonly promises: WireReply<'getLedger'>['withdrawn'];
  readonly onChanged: () => void;
}

export function Withdrawn({ promises, onChanged }: WithdrawnProps) {
  const words = promisesText.value;
  if (promises.length === 0) return null;
  const restore = async (id: string) => {
    const { versions } = await call('getPromise', { params: { id } });
    const basedOn = versions.at(-1)?.versionNumber ?? 1;
    await call('changePromise', {
      params: { id },
      body: { id: uuid(), basedOn, change: 'restore' },
    });
    onChanged();
  };
  return (
    <section class="withdrawn no-print">
      <h2>{words.withdrawn}</h2>
      <ul>
        {promises.map(({ id, number, sentence, reason, at }) => (
          <li key={id}>
            <span>
              {number}. {sentence}{' '}
              <span class="muted">{words.withdrawnOn(dateOf(at), reason)}</span>
            </span>
            {may('changePromise') && (
              <button type="button" class="button small" onClick={() => void restore(id)}>
                {words.restore}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
