/** Planning a safety walk: what is written stays until it is saved. */
import '../style/page.css';
import './walks.css';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { walksText } from '../text/walks.ts';
import { useDraft } from './draft.ts';
import { loadList } from './state.ts';
import { Trouble } from './trouble.tsx';
import { sendNew, useSending } from './use-sending.ts';
import { blankWalk, bodyOf } from './walk-draft.ts';
import { WalkFields } from './walk-form.tsx';

export function PlanWalkScreen() {
  const words = walksText.value;
  const { route } = useLocation();
  const draft = useDraft('walk new', blankWalk);
  const { problem, isSending, send } = useSending();
  useEffect(() => {
    document.title = `${words.form.newTitle} – Fotspår`;
    void loadList();
  }, [words]);
  const leave = () => {
    draft.forget();
    route(`/loften/vandringar/${draft.value.value.id}`);
  };
  const save = (noteConfirmed = false) =>
    send(async () => {
      const said = bodyOf(draft.value.value, null);
      if (!said) return;
      const { id, municipality } = draft.value.value;
      const body = { ...said, noteConfirmed };
      await sendNew(
        () => call('createWalk', { body: { id, municipality, ...body } }),
        (ifMatch) => call('updateWalk', { params: { id }, body, ifMatch }),
      );
      leave();
    });
  return (
    <div class="page walks">
      <SectionNav section="promises" />
      <a class="no-print" href="/loften/vandringar">
        ← {words.back}
      </a>
      <h1>{words.form.newTitle}</h1>
      <form
        class="walk-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <WalkFields draft={draft} walkId={null} />
        <Trouble problem={problem} onConfirm={() => void save(true)} onTake={leave} />
        <div class="row">
          <button type="submit" class="button primary" disabled={isSending}>
            {isSending ? words.form.saving : words.form.save}
          </button>
        </div>
      </form>
    </div>
  );
}
