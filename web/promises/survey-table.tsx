/** The figures of one question, struck ones too: the plot's twin. */
import { useSignal } from '@preact/signals';
import { may } from '../state/session.ts';
import { decimal } from '../text/format.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { amount } from './amounts.ts';
import { ReasonForm, type ReasonSaid } from './personal-check.tsx';
import { intervalOf, type SurveyFigure } from './survey-interval.ts';

interface SurveyTableProps {
  readonly figures: readonly SurveyFigure[];
  /** @returns whether it went well */
  readonly onStrike: (id: string, said: ReasonSaid) => Promise<boolean>;
  readonly onRestore: (id: string) => void;
}

export function SurveyTable({ figures, onStrike, onRestore }: SurveyTableProps) {
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
              onRestore={() => onRestore(figure.id)}
            />
          ))}
        </tbody>
      </table>
      {striking.value !== null && (
        <ReasonForm
          label={promisesText.value.figure.strike}
          about={String(figures.find(({ id }) => id === striking.value)?.year ?? '')}
          cancel={shellText.value.cancel}
          onReason={async (said) => {
            if (await onStrike(striking.value ?? '', said)) striking.value = null;
          }}
          onCancel={() => {
            striking.value = null;
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly figure: SurveyFigure;
  readonly onStrike: () => void;
  readonly onRestore: () => void;
}

function Row({ figure, onStrike, onRestore }: RowProps) {
  const { surveys: words, figure: acts, struck } = promisesText.value;
  const { year, percent, answers, source, strike } = figure;
  const interval = intervalOf(figure);
  return (
    <tr class={strike ? 'struck' : ''}>
      <th scope="row">{year}</th>
      <td class="num">{decimal(percent, 1)}&nbsp;%</td>
      <td class="num">
        {interval && words.span(decimal(interval.low, 1), decimal(interval.high, 1))}
        {interval?.isComputed && <span class="survey-computed">{words.computed}</span>}
      </td>
      <td class="num" data-label={words.answers}>
        {amount(answers)}
      </td>
      <td>
        {source}
        {strike && <span class="muted"> – {struck(strike.reason)}</span>}
      </td>
      {may('strikeSurveyFigure') && (
        <td class="no-print">
          <button type="button" class="button small quiet" onClick={strike ? onRestore : onStrike}>
            {strike ? acts.restore : acts.strike}
            <span class="visually-hidden"> {year}</span>
          </button>
        </td>
      )}
    </tr>
  );
}
