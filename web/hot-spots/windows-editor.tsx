/** The week as a grid that is painted, and each window beside it with its demand. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import { call } from '../api.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { type Save, SavedNotice } from '../ui/saved-notice.tsx';
import { keep, load, type Place } from './state.ts';
import { Trouble } from './trouble.tsx';
import { WeekGrid } from './week-grid.tsx';
import { WindowFields } from './window-fields.tsx';
import { windowText } from './window-text.ts';
import { exactHours, paintedBy, type WindowDraft, windowsOf } from './windows-grid.ts';

const NEW_WINDOW: Omit<WindowDraft, 'id'> = {
  weekdays: [5, 6],
  start: '20:30',
  end: '01:30',
  exceptions: [],
  dateFrom: null,
  dateTo: null,
  doses: 1,
  dwellMin: 15,
  countsFromMin: 10,
  ceilingMin: 20,
  minGapMin: 60,
  crew: 2,
};

function draftsOf(place: Place): WindowDraft[] {
  return place.properties.windows.map(({ hotSpotId: _place, validFrom: _from, ...window }) => ({
    ...NEW_WINDOW,
    ...window,
    exceptions: window.exceptions ?? [],
    dateFrom: window.dateFrom ?? null,
    dateTo: window.dateTo ?? null,
  }));
}

interface WindowsEditorProps {
  readonly place: Place;
  readonly canEdit: boolean;
}

export function WindowsEditor({ place, canEdit }: WindowsEditorProps) {
  const drafts = useSignal<readonly WindowDraft[]>(draftsOf(place));
  const isChanged = useSignal(false);
  const saved = useSignal<Save<readonly WindowDraft[]> | null>(null);
  const problem = useSignal<unknown>(null);
  const words = hotSpotsText.value.windows;
  useEffect(() => {
    if (!isChanged.peek()) drafts.value = draftsOf(place);
  }, [place]);
  const set = (next: readonly WindowDraft[]) => {
    drafts.value = next;
    isChanged.value = true;
    saved.value = null;
  };
  const save = async (revision = place.properties.revision) => {
    const before = draftsOf(place);
    try {
      isChanged.value = false;
      const reply = await call('setWindows', {
        params: { id: place.id },
        body: { windows: drafts.value.map(bodyOf) },
        ifMatch: revision,
      });
      keep(reply);
      problem.value = null;
      saved.value = { revision: reply.properties.revision, before };
    } catch (error) {
      isChanged.value = true;
      problem.value = error;
    }
  };
  const undo = async ({ before, revision }: Save<readonly WindowDraft[]>) => {
    drafts.value = before;
    await save(revision);
    if (saved.value) saved.value = { ...saved.value, isUndone: true };
  };
  const exact = exactHours(drafts.value);
  const template = { ...NEW_WINDOW, id: '' };
  return (
    <section class="windows">
      <h3>{words.title}</h3>
      {canEdit && <p class="muted">{words.help}</p>}
      <WeekGrid
        cells={paintedBy(drafts.value)}
        exact={exact}
        canEdit={canEdit}
        onPaint={(cells) => set(windowsOf(cells, drafts.value, template, uuid))}
      />
      {exact.size > 0 && <p class="muted">{words.exactHint}</p>}
      {drafts.value.length === 0 && <p class="muted">{words.none}</p>}
      <ul class="window-list">
        {drafts.value.map((window) => (
          <li key={window.id}>
            <details>
              <summary>{windowText(window)}</summary>
              {canEdit && (
                <WindowFields
                  window={window}
                  onChange={(next) =>
                    set(drafts.value.map((one) => (one.id === window.id ? next : one)))
                  }
                  onRemove={() => set(drafts.value.filter(({ id }) => id !== window.id))}
                />
              )}
            </details>
          </li>
        ))}
      </ul>
      <Trouble
        problem={problem.value}
        change={{}}
        onTake={() => {
          isChanged.value = false;
          problem.value = null;
          void load();
        }}
        onKeep={(revision) => void save(revision)}
      />
      {canEdit && (
        <div class="row">
          <button
            type="button"
            class="button small"
            onClick={() => set([...drafts.value, { ...NEW_WINDOW, id: uuid() }])}
          >
            {words.add}
          </button>
          <button
            type="button"
            class="button primary small"
            disabled={!isChanged.value}
            onClick={() => void save()}
          >
            {words.save}
          </button>
          <SavedNotice save={saved.value} text={words.saved} onUndo={(last) => void undo(last)} />
        </div>
      )}
    </section>
  );
}

const bodyOf = (window: WindowDraft) => ({
  ...window,
  weekdays: [...window.weekdays],
  exceptions: [...window.exceptions],
});
