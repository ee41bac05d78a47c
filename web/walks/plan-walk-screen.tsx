/** Planning a safety walk: what is written stays until it is saved. */
import '../style/page.css';
import './walks.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { walksText } from '../text/walks.ts';
import { useDraft } from './draft.ts';
import { loadList } from './state.ts';
import { Trouble } from './trouble.tsx';
import { blankWalk, bodyOf } from './walk-draft.ts';
import { WalkFields } from './walk-form.tsx';

export function PlanWalkScreen() {
  const words = walksText.value;
  const { route } = useLocation();
  const draft = useDraft('walk new', blankWalk);
  const problem = useSignal<unknown>(null);
  const isSaving = useSignal(false);
  useEffect(() => {
    document.title = `${words.form.newTitle} – Fotspår`;
    void loadList();
  }, [words]);
  const save = async (noteConfirmed = false) => {
    const body = bodyOf(draft.value.value, null);
    if (!body) return;
    isSaving.value = true;
    const { id, municipality } = draft.value.value;
    try {
      await call('createWalk', { body: { id, municipality, ...body, noteConfirmed } });
      draft.forget();
      route(`/loften/vandringar/${id}`);
    } catch (error) {
      problem.value = error;
    }
    isSaving.value = false;
  };
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
        <Trouble problem={problem.value} onConfirm={() => void save(true)} />
        <div class="row">
          <button type="submit" class="button primary" disabled={isSaving.value}>
            {isSaving.value ? words.form.saving : words.form.save}
          </button>
        </div>
      </form>
    </div>
  );
}
