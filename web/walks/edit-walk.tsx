/** Changing a walk: two who do it at once are told apart. */
import { call } from '../api.ts';
import { shellText } from '../text/shell.ts';
import { walksText } from '../text/walks.ts';
import { useDraft } from './draft.ts';
import { reload, report, type Walk } from './state.ts';
import { Trouble } from './trouble.tsx';
import { useSending } from './use-sending.ts';
import { bodyOf, draftOf } from './walk-draft.ts';
import { WalkFields } from './walk-form.tsx';

export function EditWalk({ walk, onDone }: { walk: Walk; onDone: () => void }) {
  const words = walksText.value.form;
  const draft = useDraft(`walk ${walk.id}`, () => draftOf(walk));
  const { problem, isSending, send } = useSending();
  const close = () => {
    draft.forget();
    onDone();
  };
  const save = (noteConfirmed = false) =>
    send(async () => {
      const { revision, ...said } = draft.value.value;
      const body = bodyOf(said, report.value?.walk.route ?? null);
      if (!body) return;
      const ifMatch = revision ?? walk.revision;
      await call('updateWalk', {
        params: { id: walk.id },
        body: { ...body, noteConfirmed },
        ifMatch,
      });
      await reload();
      close();
    });
  /** Their route stays: it is no part of this form. */
  const keep = async (revision: number) => {
    draft.change({ revision });
    await reload();
    await save();
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
        problem={problem}
        onConfirm={() => void save(true)}
        onTake={() => {
          void reload();
          close();
        }}
        onKeep={(revision) => void keep(revision)}
      />
      <div class="row">
        <button type="submit" class="button primary" disabled={isSending}>
          {isSending ? words.saving : words.save}
        </button>
        <button type="button" class="button" onClick={close}>
          {shellText.value.cancel}
        </button>
      </div>
    </form>
  );
}
