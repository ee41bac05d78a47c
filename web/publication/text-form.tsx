/** What kommunpolis writes: an introduction, a text a promise, and of a correction why. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LIMITS } from '#contract/paths.ts';
import { ApiProblem, call } from '../api.ts';
import { tertialText } from '../text/tertial.ts';
import { change, hasUnsaved, isBusy, refusal, seen, type TertialPage } from './state.ts';

type Texts = TertialPage['texts'];

export function TextForm({ page }: { page: TertialPage }) {
  const words = tertialText.value.texts;
  const texts = useSignal<Texts>(page.texts);
  const confirmed = useSignal(false);
  const isSaved = useSignal(false);
  const set = (part: Partial<Texts>) => {
    texts.value = { ...texts.value, ...part };
    isSaved.value = false;
    hasUnsaved.value = true;
  };
  useEffect(() => {
    hasUnsaved.value = false;
  }, []);
  const asksToConfirm =
    refusal.value instanceof ApiProblem && refusal.value.code === 'personal-data-in-note';
  const save = async () => {
    const body = { ...texts.value, confirmed: confirmed.value };
    isSaved.value = await change(() => call('writeTertialTexts', { ...seen(page), body }));
    if (!isSaved.value) return;
    confirmed.value = false;
    hasUnsaved.value = false;
  };
  return (
    <form
      class="tertial-texts"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{words.heading}</h2>
      {page.version > 1 && (
        <label class="field">
          <span>{words.correction}</span>
          <input
            required
            maxLength={LIMITS.pageCorrection}
            value={texts.value.correction}
            onInput={(event) => set({ correction: event.currentTarget.value })}
          />
        </label>
      )}
      <label class="field">
        <span>{words.intro}</span>
        <span class="hint">{words.introHint}</span>
        <textarea
          rows={5}
          maxLength={LIMITS.pageIntro}
          value={texts.value.intro}
          onInput={(event) => set({ intro: event.currentTarget.value })}
        />
      </label>
      {page.promises.map((promise) => (
        <PromiseText
          key={promise.id}
          promise={promise}
          isHidden={isHidden(page, promise.number)}
          texts={texts.value}
          set={set}
        />
      ))}
      {asksToConfirm && (
        <label class="check-row">
          <input
            type="checkbox"
            checked={confirmed.value}
            onChange={(event) => (confirmed.value = event.currentTarget.checked)}
          />
          <span>{words.confirm}</span>
        </label>
      )}
      <div class="row">
        <button type="submit" class="button primary" disabled={isBusy.value}>
          {words.save}
        </button>
        <span role="status">{isSaved.value ? words.saved : ''}</span>
      </div>
    </form>
  );
}

const isHidden = ({ hidden }: TertialPage, number: number): boolean =>
  hidden.some(({ line }) => line.table === 'promises' && line.number === number);

interface PromiseTextProps {
  readonly promise: TertialPage['promises'][number];
  /** A figure of it is not shown. */
  readonly isHidden: boolean;
  readonly texts: Texts;
  readonly set: (part: Partial<Texts>) => void;
}

function PromiseText({ promise, isHidden, texts, set }: PromiseTextProps) {
  const words = tertialText.value.texts;
  const { id, number, sentence, mayBeOpened } = promise;
  const others = texts.opened.filter((one) => one !== id);
  return (
    <div class="tertial-promise">
      <label class="field">
        <span>{words.promise(number)}</span>
        <span class="hint">{sentence}</span>
        <textarea
          rows={2}
          maxLength={LIMITS.pageText}
          value={texts.byPromise[id] ?? ''}
          onInput={(event) =>
            set({ byPromise: { ...texts.byPromise, [id]: event.currentTarget.value } })
          }
        />
      </label>
      {mayBeOpened && (isHidden || texts.opened.includes(id)) && (
        <label class="check-row">
          <input
            type="checkbox"
            checked={texts.opened.includes(id)}
            onChange={(event) =>
              set({ opened: event.currentTarget.checked ? [...others, id] : others })
            }
          />
          <span>{words.open}</span>
        </label>
      )}
    </div>
  );
}
