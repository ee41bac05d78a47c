/** Changing a walk: two who do it at once are told apart. */
import { useSignal } from '@preact/signals';
import { call } from '../api.ts';
import { shellText } from '../text/shell.ts';
import { walksText } from '../text/walks.ts';
import { useDraft } from './draft.ts';
import { reload, type Walk } from './state.ts';
import { Trouble } from './trouble.tsx';
import { bodyOf, draftOf } from './walk-draft.ts';
import { WalkFields } from './walk-form.tsx';

export function EditWalk({ walk, onDone }: { walk: Walk; onDone: () => void }) {
  const words = walksText.value.form;
  const draft = useDraft(`walk ${walk.id}`, () => draftOf(walk));
  const problem = useSignal<unknown>(null);
  const isSaving = useSignal(false);
  const close = () => {
    draft.forget();
    onDone();
  };
  const save = async (revision = walk.revision, noteConfirmed = false) => {
    const body = bodyOf(draft.value.value, walk.route);
    if (!body) return;
    isSaving.value = true;
    try {
      const sent = { params: { id: walk.id }, body: { ...body, noteConfirmed }, ifMatch: revision };
      await call('updateWalk', sent);
      await reload();
      close();
    } catch (error) {
      problem.value = error;
    }
    isSaving.value = false;
  };
  return (
    <form
      class="walk-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <WalkFields draft={draft} walkId={walk.id} />
      <Trouble
        problem={problem.value}
        onConfirm={() => void save(walk.revision, true)}
        onTake={() => {
          void reload();
          close();
        }}
        onKeep={(revision) => void save(revision)}
      />
      <div class="row">
        <button type="submit" class="button primary" disabled={isSaving.value}>
          {isSaving.value ? words.saving : words.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {shellText.value.cancel}
        </button>
      </div>
    </form>
  );
}
