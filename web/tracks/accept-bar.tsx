/** The one primary action, and what came of it. */
import { language } from '../text/language.ts';
import { problemText } from '../text/problem.ts';
import { shellText } from '../text/shell.ts';
import { tracksText } from '../text/tracks.ts';
import {
  type Accepted,
  acceptChosen,
  accepted,
  acceptProblem,
  isAccepting,
  undoCreated,
} from './accept.ts';
import { chosenRows, isReading, tracks } from './state.ts';

export function AcceptBar() {
  const words = tracksText.value;
  const count = chosenRows.value.length;
  if (tracks.value.length === 0) return null;
  const isIdle = !isAccepting.value && !isReading.value;
  return (
    <div class="accept-bar">
      <div role="status">{accepted.value && <Result done={accepted.value} />}</div>
      {acceptProblem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(acceptProblem.value)}
        </p>
      )}
      <button
        type="button"
        class="button primary"
        disabled={count === 0 || !isIdle}
        onClick={() => void acceptChosen()}
      >
        {count === 0 ? words.nothingTicked : words.accept(count)}
      </button>
    </div>
  );
}

function Result({ done }: { done: Accepted }) {
  const { result } = tracksText.value;
  if (done.isUndone) return <p>{result.undone}</p>;
  const { created, confirmed, known, refused } = done;
  const said = [
    created.length > 0 && result.created(created.length),
    confirmed > 0 && result.confirmed(confirmed),
    known > 0 && result.known(known),
    refused.length > 0 && result.refused(refused.length),
  ].filter(Boolean);
  return (
    <>
      <p>
        {said.join(' · ')}{' '}
        {created.length > 0 && (
          <button
            type="button"
            class="button small"
            aria-label={`${shellText.value.undo}: ${result.undo}`}
            disabled={isAccepting.value}
            onClick={() => void undoCreated()}
          >
            {result.undo}
          </button>
        )}
      </p>
      {refused.length > 0 && (
        <ul class="error">
          {[...new Set(refused.map((messages) => messages[language.value]))].map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
