/** «Undersökningar»: what people answer once a year, with intervals; never a running measure. */
import './promises.css';
import './surveys.css';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import { SectionNav } from '../frame/section-nav.tsx';
import { Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { promisesText } from '../text/promises.ts';
import { SurveyForm } from './survey-form.tsx';
import { SurveyPlot } from './survey-plot.tsx';
import { SurveyTable } from './survey-table.tsx';
import { useDoing } from './use-doing.tsx';
import { useLoaded } from './use-loaded.ts';

export type SurveyFigure = WireReply<'listSurveyFigures'>['figures'][number];

export function SurveysScreen() {
  const words = promisesText.value.surveys;
  const list = useLoaded('surveys', (signal) => call('listSurveyFigures', { query: {}, signal }));
  useEffect(() => {
    document.title = `${words.title} – Fotspår`;
  }, [words]);
  const { run, notice } = useDoing(list.reload);
  const strike = (id: string, body: { reason: string; noteConfirmed: boolean }) =>
    run(async () => {
      await call('strikeSurveyFigure', { params: { id }, body });
      return {
        said: words.struckSaved,
        undo: () => call('restoreSurveyFigure', { params: { id } }),
      };
    });
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
          <Questions
            figures={list.value.value.figures}
            onStrike={(id, said) => void strike(id, said)}
          />
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

interface QuestionsProps {
  readonly figures: readonly SurveyFigure[];
  readonly onStrike: (id: string, said: { reason: string; noteConfirmed: boolean }) => void;
}

/** A question a section: figures of two questions, or of two surveys, are never on one line. */
function Questions({ figures, onStrike }: QuestionsProps) {
  const words = promisesText.value.surveys;
  if (figures.length === 0) return <p class="muted">{words.empty}</p>;
  const keyOf = ({ municipality, survey, question }: SurveyFigure) =>
    [municipality, survey, question].join(' ');
  const keys = [...new Set(figures.map(keyOf))];
  return (
    <div class="survey-questions">
      {keys.map((key) => (
        <Question
          key={key}
          figures={figures.filter((one) => keyOf(one) === key)}
          onStrike={onStrike}
        />
      ))}
    </div>
  );
}

function Question({ figures, onStrike }: QuestionsProps) {
  const words = promisesText.value.surveys;
  const [first] = figures;
  if (!first) return null;
  const counted = figures.filter(({ strike }) => strike === null);
  return (
    <section class="survey-question">
      <h2>{first.question}</h2>
      <p class="muted">{words.names[first.survey]}</p>
      {counted.length > 0 && <SurveyPlot question={first.question} figures={counted} />}
      <p>{comparison(counted)}</p>
      <SurveyTable figures={figures} onStrike={onStrike} />
    </section>
  );
}

/** Of the last two years that have an interval. Intervals that are apart differ by more than chance usually gives. */
function comparison(figures: readonly SurveyFigure[]): string {
  const words = promisesText.value.surveys;
  const [before, last] = figures.filter(({ low }) => low !== null).slice(-2);
  if (!before || !last || before.year === last.year) return '';
  const isApart = (last.low ?? 0) > (before.high ?? 100) || (last.high ?? 100) < (before.low ?? 0);
  return (isApart ? words.apart : words.overlap)(before.year, last.year);
}
