/** Beside what is on the phone and not at the server yet. */
import { outboxText } from '../text/outbox.ts';
import { unsent } from './outbox.ts';

/** @param of ids of the visit and the planned visit that it stands beside */
export function WaitsMark({ of }: { of: readonly (string | undefined)[] }) {
  if (!of.some((id) => id !== undefined && unsent.value.has(id))) return null;
  return <span class="waits-mark">{outboxText.value.waits}</span>;
}
