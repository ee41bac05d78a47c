import { problemText } from '../text/problem.ts';
import type { Act } from './act.ts';

/** What went wrong with the button above it, read out at once. */
export function ActError({ act }: { act: Act }) {
  if (act.error === null) return null;
  return (
    <p class="notice error" role="alert">
      {problemText(act.error)}
    </p>
  );
}
