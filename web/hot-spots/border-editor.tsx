/** A border being drawn or moved: what it measures, what is wrong with it, and its coordinates as a table. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import { call } from '../api.ts';
import { settings } from '../state/settings.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { problemText } from '../text/problem.ts';
import { CoordinateTable } from './coordinate-table.tsx';
import { purpose, splitLine } from './drawing.ts';
import { draft, keep, leaveDrawing, mode, selected, setDraft } from './state.ts';
import { VerdictView } from './verdict-view.tsx';

export function BorderEditor() {
  const problem = useSignal<unknown>(null);
  const words = hotSpotsText.value;
  const place = selected.value;
  const isMove = mode.value === 'move' && place !== null;
  useSplit();
  const save = async (said: { code: string; name: string }) => {
    if (!draft.value) return;
    const geometry = { ...draft.value };
    try {
      const saved = isMove
        ? await call('moveBorder', {
            params: { id: place.id },
            body: { versionId: uuid(), geometry },
            ifMatch: place.properties.revision,
          })
        : await call('createHotSpot', {
            body: {
              id: uuid(),
              versionId: uuid(),
              municipality: homeCode(),
              ...said,
              whyHere: '',
              whySource: '',
              priority: 3,
              wantedGapHours: 24,
              tags: [],
              status: 'active',
              geometry,
            },
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
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      <SaveForm isMove={isMove} onSave={save} />
      <CoordinateTable />
    </div>
  );
}

function homeCode(): string {
  const codes = settings.value?.municipalities.map(({ code }) => code) ?? [];
  return codes.find((code) => code === '0482') ?? codes[0] ?? '';
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

/** A line across the area: the first part stays this hot spot's, the second is drawn on as a new one. */
function useSplit(): void {
  const line = splitLine.value;
  useEffect(() => {
    const place = selected.value;
    const area = draft.value;
    if (!line || !area || !place) return;
    splitLine.value = null;
    void splitAndSave(place.id, place.properties.revision, area, line);
  }, [line]);
}

async function splitAndSave(
  id: string,
  revision: number,
  area: NonNullable<typeof draft.value>,
  line: readonly (readonly [number, number])[],
): Promise<void> {
  const { splitPolygon } = await import('#core/geo/split-polygon.ts');
  const split = splitPolygon(area, line);
  if (!split.ok) return;
  const [first, second] = split.parts;
  if (!first || !second) return;
  const saved = await call('moveBorder', {
    params: { id },
    body: { versionId: uuid(), geometry: { ...first } },
    ifMatch: revision,
  });
  keep(saved);
  mode.value = 'draw';
  setDraft(second);
}
