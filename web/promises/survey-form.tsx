/** The figure of a year, as its publisher gives it. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { LIMITS } from '#contract/paths.ts';
import { SURVEYS } from '#core/promises/survey.ts';
import { call } from '../api.ts';
import { promisesText } from '../text/promises.ts';
import { formValues } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { WatchedField } from './personal-check.tsx';
import type { SurveyFigure } from './surveys-screen.tsx';
import type { Run } from './use-doing.tsx';
import { homeMunicipality, today } from './year-scope.ts';

interface SurveyFormProps {
  readonly known: readonly SurveyFigure[];
  readonly run: Run;
}

export function SurveyForm({ known, run }: SurveyFormProps) {
  const words = promisesText.value.surveys;
  const count = useSignal(0);
  const submit = async (form: HTMLFormElement) => {
    const { text, number } = formValues(form);
    const id = uuid();
    const said = {
      id,
      municipality: text('municipality') || homeMunicipality(),
      survey: SURVEYS.find((one) => one === text('survey')) ?? 'other',
      year: number('year') ?? 0,
      question: text('question'),
      percent: number('percent') ?? 0,
      low: number('low'),
      high: number('high'),
      answers: number('answers') ?? 0,
      source: text('source'),
      noteConfirmed: text('noteConfirmed') !== '',
    };
    const undone = { reason: words.make, noteConfirmed: true };
    const isSaved = await run(async () => {
      await call('addSurveyFigure', { body: said });
      const undo = () => call('strikeSurveyFigure', { params: { id }, body: undone });
      return { said: words.saved, undo };
    });
    if (isSaved) count.value += 1;
  };
  return (
    <form
      key={count.value}
      class="promise-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h2>{words.make}</h2>
      <Fields questions={[...new Set(known.map(({ question }) => question))]} />
      <div class="row">
        <button type="submit" class="button primary">
          {words.save}
        </button>
      </div>
    </form>
  );
}

function Fields({ questions }: { questions: readonly string[] }) {
  const words = promisesText.value.surveys;
  const figure = (name: string, label: string, isRequired: boolean, hint?: string) => (
    <label class="field">
      <span>
        {label}
        {hint && <span class="hint"> – {hint}</span>}
      </span>
      <input name={name} required={isRequired} inputMode="decimal" pattern="\d+([.,]\d+)?" />
    </label>
  );
  return (
    <>
      <WatchedField
        name="question"
        label={words.question}
        maxLength={LIMITS.sentence}
        list="survey-questions"
      />
      <datalist id="survey-questions">
        {questions.map((question) => (
          <option key={question} value={question} />
        ))}
      </datalist>
      <div class="fields">
        <MunicipalityField chosen={homeMunicipality()} />
        <label class="field">
          <span>{words.survey}</span>
          <select name="survey">
            {SURVEYS.map((one) => (
              <option key={one} value={one}>
                {words.names[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.year}</span>
          <input
            type="number"
            name="year"
            required
            min={2000}
            max={2099}
            defaultValue={today().slice(0, 4)}
          />
        </label>
        {figure('percent', words.percentOf, true)}
        {figure('low', words.low, false, words.intervalHint)}
        {figure('high', words.high, false)}
        {figure('answers', words.answers, true)}
      </div>
      <WatchedField name="source" label={words.source} maxLength={LIMITS.note} />
    </>
  );
}
