/** The route: drawn on the map, or written as coordinates, which is the map's twin for the keyboard. */
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { shellText } from '../text/shell.ts';
import { walksText } from '../text/walks.ts';
import { readPositions, writePositions } from './read-positions.ts';
import {
  forgetRoutes,
  keepRoute,
  routeBefore,
  routeProblem,
  saveRoute,
  undoRoute,
  unsavedRoute,
} from './save-route.ts';
import { isDrawing, reload, type Walk } from './state.ts';
import { Trouble } from './trouble.tsx';

export function RoutePanel({ walk }: { walk: Walk }) {
  const words = walksText.value.map;
  const isSaved = useSignal(false);
  useEffect(() => forgetRoutes, [walk.id]);
  const drawing = walk.route ? words.redraw : words.drawRoute;
  return (
    <div class="route-panel no-print">
      <div class="row">
        <button
          type="button"
          class="button"
          aria-pressed={isDrawing.value}
          onClick={() => {
            isSaved.value = false;
            isDrawing.value = !isDrawing.value;
          }}
        >
          {isDrawing.value ? words.stopDrawing : drawing}
        </button>
        {walk.route && !isDrawing.value && (
          <button type="button" class="button quiet" onClick={() => void saveRoute(null)}>
            {words.removeRoute}
          </button>
        )}
        {routeBefore.value !== undefined && !isDrawing.value && (
          <button type="button" class="button" onClick={() => void undoRoute()}>
            {shellText.value.undo}
          </button>
        )}
      </div>
      <p class="muted" role="status">
        {isDrawing.value && words.drawing}
        {!isDrawing.value && isSaved.value && words.routeSaved}
        {!isDrawing.value && !walk.route && words.noRoute}
      </p>
      <Trouble
        problem={routeProblem.value}
        onTake={() => {
          forgetRoutes();
          void reload();
        }}
        onKeep={() => void keepRoute()}
      />
      <Coordinates
        key={`${walk.revision} ${unsavedRoute.value?.length}`}
        walk={walk}
        onSaved={() => (isSaved.value = true)}
      />
    </div>
  );
}

function Coordinates({ walk, onSaved }: { walk: Walk; onSaved: () => void }) {
  const words = walksText.value.map;
  const known = unsavedRoute.value ?? walk.route?.coordinates ?? [];
  const text = useSignal(writePositions(known));
  const badLine = useSignal<number | null>(null);
  const save = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readPositions(text.value);
    badLine.value = read.kind === 'bad' ? read.line : null;
    if (read.kind === 'bad') return;
    if (await saveRoute(read.positions.length > 0 ? read.positions : null)) onSaved();
  };
  return (
    <details class="coordinates" open={unsavedRoute.value !== null}>
      <summary>{words.coordinates}</summary>
      <form onSubmit={(event) => void save(event)}>
        <label class="field">
          <span class="hint">{words.coordinatesHint}</span>
          <textarea
            rows={6}
            spellcheck={false}
            aria-invalid={badLine.value !== null}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
        </label>
        {badLine.value !== null && (
          <p class="late" role="alert">
            {words.badLine(badLine.value)}
          </p>
        )}
        <button type="submit" class="button">
          {words.saveRoute}
        </button>
      </form>
    </details>
  );
}
