/** A border being drawn or moved: what it measures, what is wrong with it, and its coordinates as a table. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { call } from '../api.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { CoordinateTable } from './coordinate-table.tsx';
import { purpose } from './drawing.ts';
import { newPlaceBody } from './new-place.ts';
import { useSplit } from './split.ts';
import { draft, keep, leaveDrawing, load, mode, selected } from './state.ts';
import { Trouble } from './trouble.tsx';
import { VerdictView } from './verdict-view.tsx';

export function BorderEditor() {
  const problem = useSignal<unknown>(null);
  const words = hotSpotsText.value;
  const place = selected.value;
  const isMove = mode.value === 'move' && place !== null;
  const splitRefusal = useSplit((error) => {
    problem.value = error;
  });
  const save = async (
    said: { code: string; name: string },
    revision = place?.properties.revision ?? 0,
  ) => {
    if (!draft.value) return;
    const geometry = { ...draft.value };
    try {
      const saved = isMove
        ? await call('moveBorder', {
            params: { id: place.id },
            body: { versionId: uuid(), geometry },
            ifMatch: revision,
          })
        : await call('createHotSpot', {
            body: newPlaceBody({ id: uuid(), ...said, geometry }),
          });
      leaveDrawing();
      keep(saved);
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <div class="border-editor">
      <h2>{isMove ? words.border.move : words.draw}</h2>
      <p class="muted">{isMove ? words.border.moveText : words.border.drawText}</p>
      <VerdictView />
      {draft.value && (
        <div class="row">
          <button
            type="button"
            class="button small"
            onClick={() => {
              purpose.value = 'hole';
            }}
          >
            {words.border.hole}
          </button>
          {isMove && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                purpose.value = 'split';
              }}
            >
              {words.border.split}
            </button>
          )}
          {purpose.value === 'split' && <span role="status">{words.border.splitText}</span>}
        </div>
      )}
      {splitRefusal && (
        <p class="notice error" role="alert">
          {words.border.splits[splitRefusal]}
        </p>
      )}
      <Trouble
        problem={problem.value}
        change={{}}
        onTake={() => {
          leaveDrawing();
          void load();
        }}
        onKeep={(revision) => void save({ code: '', name: '' }, revision)}
      />
      <SaveForm isMove={isMove} onSave={save} />
      <CoordinateTable />
    </div>
  );
}

interface SaveFormProps {
  readonly isMove: boolean;
  readonly onSave: (said: { code: string; name: string }) => Promise<void>;
}

function SaveForm({ isMove, onSave }: SaveFormProps) {
  const code = useSignal('');
  const name = useSignal('');
  const words = hotSpotsText.value;
  return (
    <form
      class="save-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ code: code.value.toUpperCase(), name: name.value });
      }}
    >
      {!isMove && (
        <div class="fields">
          <label class="field">
            <span>{words.card.code}</span>
            <input
              required
              maxLength={2}
              value={code.value}
              onInput={(event) => {
                code.value = event.currentTarget.value;
              }}
            />
          </label>
          <label class="field wide">
            <span>{words.card.name}</span>
            <input
              required
              maxLength={80}
              value={name.value}
              onInput={(event) => {
                name.value = event.currentTarget.value;
              }}
            />
          </label>
        </div>
      )}
      <div class="row">
        <button type="button" class="button" onClick={leaveDrawing}>
          {words.border.cancel}
        </button>
        <button type="submit" class="button primary" disabled={!draft.value}>
          {isMove ? words.border.save : words.border.create}
        </button>
      </div>
    </form>
  );
}
