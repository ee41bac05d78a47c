/** What the server refused: at its field, or as a choice between what two people wrote. */
import type { WireInput } from '#contract/api.ts';
import { ApiProblem } from '../api.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { problemText } from '../text/problem.ts';

type Change = WireInput<'updateHotSpot'>['body'];

/** The refusal beside the field that it names. */
export function FieldProblem({ problem, field }: { problem: unknown; field: string }) {
  if (!(problem instanceof ApiProblem)) return null;
  const isNamed = problem.document.errors.some((error) => error.field === `/${field}`);
  return isNamed ? <span class="field-problem">{problemText(problem)}</span> : null;
}

/** The word on the screen for a field of the contract. */
function labelOf(field: string): string {
  const words = hotSpotsText.value.card;
  const labels: Readonly<Record<string, string>> = {
    code: words.code,
    name: words.name,
    whyHere: words.why,
    whySource: words.source,
    reviewDate: words.review,
    priority: words.priority,
    wantedGapHours: words.wantedGap,
    tags: words.tags,
    status: words.status,
  };
  return labels[field] ?? field;
}

interface TroubleProps {
  readonly problem: unknown;
  /** What was written and not saved, field by field. */
  readonly change: Change;
  readonly onTake: () => void;
  readonly onKeep: (revision: number) => void;
}

/** A refusal; for a conflict what they wrote beside what you wrote, and a choice. */
export function Trouble({ problem, change, onTake, onKeep }: TroubleProps) {
  if (problem === null) return null;
  const words = hotSpotsText.value.conflict;
  const isConflict = problem instanceof ApiProblem && problem.code === 'changed-meanwhile';
  const current = isConflict ? (problem.document.current as Record<string, unknown>) : null;
  return (
    <div class="notice error" role="alert">
      <p>{isConflict ? words.title : problemText(problem)}</p>
      {current && (
        <>
          <dl>
            {Object.entries(change).map(([field, mine]) => (
              <div key={field}>
                <dt>{labelOf(field)}</dt>
                <dd>
                  {words.theirs}: {String(current[field])} · {words.mine}: {String(mine)}
                </dd>
              </div>
            ))}
          </dl>
          <div class="row">
            <button type="button" class="button small" onClick={onTake}>
              {words.take}
            </button>
            <button
              type="button"
              class="button small"
              onClick={() => onKeep(Number(current.revision))}
            >
              {words.keep}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
