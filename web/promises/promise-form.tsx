/** A promise as terms: entered new, or changed with a reason; what held before is kept. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import type { WireInput } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { PROMISE_OWNERS, PROMISE_SOURCES, type PromiseSource } from '#core/promises/ledger-line.ts';
import { ApiProblem, call } from '../api.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { formValues } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { NarrowingFields, readNarrowing } from './narrowing-fields.tsx';
import { WatchedField } from './personal-check.tsx';

export type Terms = Omit<WireInput<'createPromise'>['body'], 'id' | 'noteConfirmed'>;

interface PromiseFormProps {
  readonly terms: Terms;
  /** Absent: it is a new one. `basedOn`: the version that was seen; `newest`: the one that holds now. */
  readonly edits?: {
    readonly id: string;
    readonly basedOn: number;
    readonly newest: number;
  };
  readonly onSaved: () => void;
  /** Somebody else has changed it meanwhile. */
  readonly onStale?: () => void;
  readonly onCancel: () => void;
}

export function PromiseForm({ terms, edits, onSaved, onStale, onCancel }: PromiseFormProps) {
  const words = promisesText.value.form;
  const source = useSignal<PromiseSource>(terms.source);
  const municipality = useSignal(terms.municipality);
  const problem = useSignal<unknown>(null);
  const isSaving = useSignal(false);
  /** Of the promise, or of its new version: one however often it is pressed. */
  const id = useRef(uuid());
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const save = async (basedOn: number) => {
    if (!form.current || isSaving.value) return;
    const { text } = formValues(form.current);
    const said = readTerms(form.current, terms, source.value);
    const noteConfirmed = text('noteConfirmed') !== '';
    isSaving.value = true;
    try {
      if (edits) {
        const of = { id: id.current, basedOn, change: 'edit' as const };
        const body = { ...of, reason: text('reason'), noteConfirmed, ...said };
        await call('changePromise', { params: { id: edits.id }, body });
      } else {
        await call('createPromise', { body: { id: id.current, noteConfirmed, ...said } });
      }
      onSaved();
    } catch (error) {
      problem.value = error;
      if (isStale(error)) onStale?.();
    } finally {
      isSaving.value = false;
    }
  };
  return (
    <form
      ref={form}
      class="promise-form no-print"
      aria-busy={isSaving.value}
      onSubmit={(event) => {
        event.preventDefault();
        void save(edits?.basedOn ?? 0);
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {edits ? words.edit(terms.number) : words.make}
      </h2>
      <Sentence
        terms={terms}
        canMove={!edits}
        onMunicipality={(code) => (municipality.value = code)}
      />
      <Counted terms={terms} source={source.value} onSource={(next) => (source.value = next)} />
      <NarrowingFields
        source={source.value}
        municipality={municipality.value}
        narrowing={terms.narrowing}
      />
      {edits && (
        <>
          <WatchedField name="reason" label={words.reason} maxLength={LIMITS.note} />
          <p class="muted">{words.keepsOld}</p>
        </>
      )}
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {isStale(problem.value) ? words.changedMeanwhile : problemText(problem.value)}
        </p>
      )}
      <div class="row">
        {edits && isStale(problem.value) && (
          <button type="button" class="button" onClick={() => void save(edits.newest)}>
            {words.saveOver}
          </button>
        )}
        <button type="submit" class="button primary">
          {words.save}
        </button>
        <button type="button" class="button quiet" onClick={onCancel}>
          {shellText.value.cancel}
        </button>
      </div>
    </form>
  );
}

const isStale = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.code === 'changed-meanwhile';

function readTerms(form: HTMLFormElement, terms: Terms, source: PromiseSource): Terms {
  const { text, number } = formValues(form);
  return {
    municipality: text('municipality') || terms.municipality,
    number: number('number') ?? terms.number,
    sentence: text('sentence'),
    owner: PROMISE_OWNERS.find((one) => one === text('owner')) ?? 'both',
    measure: text('measure'),
    source,
    narrowing: readNarrowing(form, source),
    target: number('target'),
    eveningTarget: source === 'walks' ? number('eveningTarget') : null,
    from: text('from'),
    to: text('to'),
  };
}

interface SentenceProps {
  readonly terms: Terms;
  readonly canMove: boolean;
  readonly onMunicipality: (code: string) => void;
}

function Sentence({ terms, canMove, onMunicipality }: SentenceProps) {
  const words = promisesText.value;
  return (
    <>
      <div class="fields">
        <label class="field narrow">
          <span>{words.form.number}</span>
          <input
            type="number"
            name="number"
            required
            min={1}
            max={99}
            defaultValue={String(terms.number)}
          />
        </label>
        <label class="field">
          <span>{words.form.owner}</span>
          <select name="owner">
            {PROMISE_OWNERS.map((one) => (
              <option key={one} value={one} selected={one === terms.owner}>
                {words.owners[one]}
              </option>
            ))}
          </select>
        </label>
        {canMove && <MunicipalityField chosen={terms.municipality} onChoose={onMunicipality} />}
      </div>
      <WatchedField
        name="sentence"
        label={words.form.sentence}
        rows={2}
        maxLength={LIMITS.sentence}
        initial={terms.sentence}
      />
    </>
  );
}

interface CountedProps {
  readonly terms: Terms;
  readonly source: PromiseSource;
  readonly onSource: (source: PromiseSource) => void;
}

function Counted({ terms, source, onSource }: CountedProps) {
  const { form: words, sourceNames } = promisesText.value;
  const figure = (name: 'target' | 'eveningTarget', label: string, hint?: string) => (
    <label class="field">
      <span>
        {label}
        {hint && <span class="hint"> – {hint}</span>}
      </span>
      <input
        name={name}
        inputMode="decimal"
        pattern="\d+([.,]\d+)?"
        defaultValue={String(terms[name] ?? '').replace('.', ',')}
      />
    </label>
  );
  const day = (name: 'from' | 'to') => (
    <label class="field">
      <span>{words[name]}</span>
      <input type="date" name={name} required defaultValue={terms[name]} />
    </label>
  );
  return (
    <div class="fields">
      <label class="field">
        <span>{words.source}</span>
        <select
          value={source}
          onChange={(event) => {
            const chosen = PROMISE_SOURCES.find((one) => one === event.currentTarget.value);
            if (chosen) onSource(chosen);
          }}
        >
          {PROMISE_SOURCES.map((one) => (
            <option key={one} value={one}>
              {sourceNames[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>
          {words.measure}
          <span class="hint"> – {words.measureHint}</span>
        </span>
        <input name="measure" required maxLength={LIMITS.name} defaultValue={terms.measure} />
      </label>
      {figure('target', words.target, words.targetHint)}
      {source === 'walks' && figure('eveningTarget', words.eveningTarget)}
      {day('from')}
      {day('to')}
    </div>
  );
}
