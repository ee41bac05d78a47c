/** What a hot spot says, edited in place; two people's edits are told apart and shown to whoever came last. */
import { useSignal } from '@preact/signals';
import { LIMITS } from '#contract/paths.ts';
import { call } from '../api.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { type Save, SavedNotice } from '../ui/saved-notice.tsx';
import { type Change, PlacementFields } from './placement-fields.tsx';
import { keep, load, type Place } from './state.ts';
import { FieldProblem, Trouble } from './trouble.tsx';

export function PlaceForm({ place }: { place: Place }) {
  const change = useSignal<Change>({});
  const problem = useSignal<unknown>(null);
  const saved = useSignal<Save<Change> | null>(null);
  const words = hotSpotsText.value.card;
  const now = { ...place.properties, ...change.value };
  const set = (next: Change) => {
    change.value = { ...change.value, ...next };
    saved.value = null;
  };
  const send = async (body: Change, revision: number) => {
    try {
      const before = place.properties;
      const reply = await call('updateHotSpot', {
        params: { id: place.id },
        body,
        ifMatch: revision,
      });
      keep(reply);
      change.value = {};
      problem.value = null;
      saved.value = { revision: reply.properties.revision, before: valuesOf(before, body) };
    } catch (error) {
      problem.value = error;
    }
  };
  const save = (revision = place.properties.revision) => send(change.value, revision);
  const undo = async ({ before, revision }: Save<Change>) => {
    await send(before, revision);
    if (saved.value) saved.value = { ...saved.value, isUndone: true };
  };
  const isChanged = Object.keys(change.value).length > 0;
  return (
    <form
      class="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="fields">
        <label class="field">
          <span>{words.code}</span>
          <input
            required
            maxLength={2}
            value={now.code}
            title={words.codeHint}
            onInput={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
          />
          <FieldProblem problem={problem.value} field="code" />
        </label>
        <label class="field wide">
          <span>{words.name}</span>
          <input
            required
            maxLength={LIMITS.name}
            value={now.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
          <FieldProblem problem={problem.value} field="name" />
        </label>
      </div>
      <label class="field">
        <span>{words.why}</span>
        <textarea
          rows={4}
          maxLength={LIMITS.whyHere}
          value={now.whyHere}
          onInput={(event) => set({ whyHere: event.currentTarget.value })}
        />
        <span class="hint">{words.whyHint(LIMITS.whyHere - (now.whyHere ?? '').length)}</span>
        <FieldProblem problem={problem.value} field="whyHere" />
      </label>
      <PlacementFields now={now} set={set} />
      <Trouble
        problem={problem.value}
        change={change.value}
        onTake={() => {
          change.value = {};
          problem.value = null;
          void load();
        }}
        onKeep={(revision) => void save(revision)}
      />
      <div class="row">
        <button type="submit" class="button primary" disabled={!isChanged}>
          {words.save}
        </button>
        {isChanged && (
          <button
            type="button"
            class="button"
            onClick={() => {
              change.value = {};
            }}
          >
            {words.undo}
          </button>
        )}
        <SavedNotice save={saved.value} text={words.saved} onUndo={(last) => void undo(last)} />
      </div>
    </form>
  );
}

/** What the changed fields said before. */
const valuesOf = (properties: Place['properties'], { ...fields }: Change): Change =>
  Object.fromEntries(
    Object.entries(properties).filter(([name]) => Object.hasOwn(fields, name)),
  ) as Change;
