/** The figure of a year, as its publisher gives it; an interval that is left out is worked out by the server. */
import { LIMITS } from '#contract/paths.ts';
import { SURVEYS } from '#core/promises/survey.ts';
import { call } from '../api.ts';
import { promisesText } from '../text/promises.ts';
import { FilledForm } from './filled-form.tsx';
import type { FormValues } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { WatchedField } from './personal-check.tsx';
import type { SurveyFigure } from './survey-interval.ts';
import type { Run } from './use-doing.tsx';
import { homeMunicipality, today } from './year-scope.ts';

interface SurveyFormProps {
  readonly known: readonly SurveyFigure[];
  readonly run: Run;
}

export function SurveyForm({ known, run }: SurveyFormProps) {
  const words = promisesText.value.surveys;
  const save = ({ text, number }: FormValues, id: string) => {
    const body = {
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
    const undone = { reason: promisesText.value.justUndone, noteConfirmed: true };
    return run(async () => {
      await call('addSurveyFigure', { body });
      const undo = () => call('strikeSurveyFigure', { params: { id }, body: undone });
      return { said: words.saved, undo };
    });
  };
  return (
    <FilledForm class="promise-form" title={words.make} save={words.save} onSave={save}>
      <Fields questions={[...new Set(known.map(({ question }) => question))]} />
    </FilledForm>
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
            max={today().slice(0, 4)}
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
