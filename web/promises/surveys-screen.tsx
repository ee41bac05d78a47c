/** «Undersökningar»: what people answer once a year, with intervals; never a running measure. */
import './promises.css';
import './surveys.css';
import { useEffect } from 'preact/hooks';
import { call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { hasSeveralMunicipalities, municipalityName } from '../state/settings.ts';
import { promisesText } from '../text/promises.ts';
import type { ReasonSaid } from './personal-check.tsx';
import { SurveyForm } from './survey-form.tsx';
import { intervalOf, type SurveyFigure } from './survey-interval.ts';
import { SurveyPlot } from './survey-plot.tsx';
import { SurveyTable } from './survey-table.tsx';
import { type Doing, type Run, useDoing } from './use-doing.tsx';
import { useLoaded } from './use-loaded.ts';

export function SurveysScreen() {
  const words = promisesText.value.surveys;
  const list = useLoaded('surveys', (signal) => call('listSurveyFigures', { query: {}, signal }));
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  const { run, notice } = useDoing(list.reload);
  return (
    <div class="ledger" aria-busy={list.isLoading.value}>
      <div class="ledger-page">
        <SectionNav section="promises" />
        <div class="ledger-top">
          <div class="ledger-title">
            <h1>{words.title}</h1>
          </div>
        </div>
        <p class="notice ledger-intro">{words.intro}</p>
        {notice}
        {list.failure.value !== null && (
          <Failed error={list.failure.value} again={() => void list.reload()} />
        )}
        {list.value.value ? (
          <Questions figures={list.value.value.figures} run={run} />
        ) : (
          <Loading />
        )}
        {may('addSurveyFigure') && list.value.value && (
          <SurveyForm known={list.value.value.figures} run={run} />
        )}
      </div>
    </div>
  );
}

async function strike(id: string, body: ReasonSaid): Promise<Doing> {
  await call('strikeSurveyFigure', { params: { id }, body });
  return { said: promisesText.value.surveys.struckSaved, undo: () => restore(id) };
}

async function restore(id: string): Promise<Doing> {
  await call('restoreSurveyFigure', { params: { id } });
  const { surveys, justUndone: reason } = promisesText.value;
  return { said: surveys.restored, undo: () => strike(id, { reason, noteConfirmed: true }) };
}

interface QuestionsProps {
  readonly figures: readonly SurveyFigure[];
  readonly run: Run;
}

/** A question a section: figures of two questions, or of two surveys, are never on one line. */
function Questions({ figures, run }: QuestionsProps) {
  const words = promisesText.value.surveys;
  if (figures.length === 0) return <p class="muted">{words.empty}</p>;
  const keyOf = ({ municipality, survey, question }: SurveyFigure) =>
    [municipality, survey, question].join(' ');
  const keys = [...new Set(figures.map(keyOf))];
  return (
    <div class="survey-questions">
      {keys.map((key) => (
        <Question key={key} figures={figures.filter((one) => keyOf(one) === key)} run={run} />
      ))}
    </div>
  );
}

function Question({ figures, run }: QuestionsProps) {
  const words = promisesText.value.surveys;
  const [first] = figures;
  if (!first) return null;
  const counted = figures.filter(({ strike }) => strike === null);
  return (
    <section class="survey-question">
      <h2>{first.question}</h2>
      <p class="muted">{[words.names[first.survey], ...whose(first)].join(' · ')}</p>
      {counted.length > 0 && <SurveyPlot question={first.question} figures={counted} />}
      <p>{comparison(counted)}</p>
      <SurveyTable
        figures={figures}
        onStrike={(id, said) => run(() => strike(id, said))}
        onRestore={(id) => void run(() => restore(id))}
      />
      {figures.some((one) => intervalOf(one)?.isComputed) && (
        <p class="muted">{words.computedNote}</p>
      )}
    </section>
  );
}

/** The municipality, where there are several to tell apart. */
const whose = ({ municipality }: SurveyFigure): string[] =>
  hasSeveralMunicipalities() ? [municipalityName(municipality)] : [];

/** Of the last two years. Intervals that are apart differ by more than chance usually gives. */
function comparison(figures: readonly SurveyFigure[]): string {
  const words = promisesText.value.surveys;
  const [before, last] = figures.slice(-2);
  if (!before || !last || before.year === last.year) return '';
  const [then, now] = [intervalOf(before), intervalOf(last)];
  if (!then || !now) return '';
  const isApart = now.low > then.high || now.high < then.low;
  return (isApart ? words.apart : words.overlap)(before.year, last.year);
}
