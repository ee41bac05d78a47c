/** What the server refused, and the ways on: confirm a text, take theirs, or keep one's own. What was typed stays. */
import { ApiProblem } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { walksText } from '../text/walks.ts';

interface TroubleProps {
  readonly problem: unknown;
  /** Sends it again with what the writer has seen: the warning about a text. */
  readonly onConfirm?: () => void;
  readonly onTake?: () => void;
  /** Sends it again over the revision that is there now. */
  readonly onKeep?: (revision: number) => void;
}

const codeOf = (problem: unknown) => (problem instanceof ApiProblem ? problem.code : null);

export function Trouble({ problem, onConfirm, onTake, onKeep }: TroubleProps) {
  if (problem === null) return null;
  const words = walksText.value.trouble;
  const code = codeOf(problem);
  const isPersonal = code === 'personal-data-in-note' && onConfirm;
  const isChanged = code === 'changed-meanwhile';
  return (
    <div class="notice error" role="alert">
      <p>{isPersonal ? words.personal : isChanged ? words.changed : problemText(problem)}</p>
      {code === 'offline' && <p>{walksText.value.form.kept}</p>}
      <div class="row">
        {isPersonal && (
          <button type="button" class="button small" onClick={onConfirm}>
            {words.confirm}
          </button>
        )}
        {isChanged && onTake && (
          <button type="button" class="button small" onClick={onTake}>
            {words.take}
          </button>
        )}
        {isChanged && onKeep && (
          <button type="button" class="button small" onClick={() => onKeep(revisionNow(problem))}>
            {words.keep}
          </button>
        )}
      </div>
    </div>
  );
}

function revisionNow(problem: unknown): number {
  const current = problem instanceof ApiProblem ? problem.document.current : null;
  return (current as { revision?: number } | null)?.revision ?? 0;
}
