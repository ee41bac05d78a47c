/** The figures of one question, struck ones too: the plot's twin. */
import { useSignal } from '@preact/signals';
import { may } from '../state/session.ts';
import { decimal } from '../text/format.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { amount } from './amounts.ts';
import { ReasonForm } from './personal-check.tsx';
import type { SurveyFigure } from './surveys-screen.tsx';

interface SurveyTableProps {
  readonly figures: readonly SurveyFigure[];
  readonly onStrike: (id: string, said: { reason: string; noteConfirmed: boolean }) => void;
}

export function SurveyTable({ figures, onStrike }: SurveyTableProps) {
  const words = promisesText.value.surveys;
  const striking = useSignal<string | null>(null);
  const columns = [words.percent, words.interval, words.answers];
  return (
    <>
      <table class="survey-table">
        <thead>
          <tr>
            <th scope="col">{words.year}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="num">
                {column}
              </th>
            ))}
            <th scope="col">{words.source}</th>
            {may('strikeSurveyFigure') && (
              <th scope="col" class="no-print">
                <span class="visually-hidden">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row
              key={figure.id}
              figure={figure}
              onStrike={() => {
                striking.value = figure.id;
              }}
            />
          ))}
        </tbody>
      </table>
      {striking.value !== null && (
        <ReasonForm
          label={promisesText.value.figure.strike}
          cancel={shellText.value.cancel}
          onReason={(said) => {
            onStrike(striking.value ?? '', said);
            striking.value = null;
          }}
          onCancel={() => {
            striking.value = null;
          }}
        />
      )}
    </>
  );
}

function Row({ figure, onStrike }: { figure: SurveyFigure; onStrike: () => void }) {
  const { surveys: words, figure: acts, struck } = promisesText.value;
  const { year, percent, low, high, answers, source, strike } = figure;
  const interval =
    low === null || high === null
      ? words.noInterval
      : words.span(decimal(low, 1), decimal(high, 1));
  return (
    <tr class={strike ? 'struck' : ''}>
      <th scope="row">{year}</th>
      <td class="num">{decimal(percent, 1)}&nbsp;%</td>
      <td class="num">{interval}</td>
      <td class="num">{amount(answers)}</td>
      <td>
        {source}
        {strike && <span class="muted"> – {struck(strike.reason)}</span>}
      </td>
      {may('strikeSurveyFigure') && (
        <td class="no-print">
          {!strike && (
            <button
              type="button"
              class="button small quiet"
              aria-label={acts.strikeOf(String(year))}
              onClick={onStrike}
            >
              {acts.strike}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
