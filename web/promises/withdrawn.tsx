/** Promises that were taken back: not followed, not hidden. */
import type { WireReply } from '#contract/api.ts';
import { may } from '../state/session.ts';
import { dateOf } from '../text/format.ts';
import { promisesText } from '../text/promises.ts';
import { RestoreButton } from './restore-button.tsx';

interface WithdrawnProps {
  readonly promises: WireReply<'getLedger'>['withdrawn'];
  readonly onChanged: () => void;
}

export function Withdrawn({ promises, onChanged }: WithdrawnProps) {
  const words = promisesText.value;
  if (promises.length === 0) return null;
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
              <RestoreButton id={id} number={number} onRestored={onChanged} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
