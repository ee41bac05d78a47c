/** Figures by hand: those entered, the one to come, and the striking of one that was wrong. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { call } from '../api.ts';
import { may, role } from '../state/session.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { amount } from './amounts.ts';
import { formValues } from './form-values.ts';
import { ReasonForm, WatchedField } from './personal-check.tsx';
import { today } from './year-scope.ts';

type Detail = WireReply<'getPromise'>;

interface HandFiguresProps {
  readonly detail: Detail;
  readonly onChanged: () => void;
}

export function HandFigures({ detail, onChanged }: HandFiguresProps) {
  const words = promisesText.value;
  const striking = useSignal<string | null>(null);
  const problem = useSignal<unknown>(null);
  const { line, figures } = detail;
  const run = async (work: () => Promise<unknown>) => {
    try {
      await work();
      problem.value = null;
      striking.value = null;
      onChanged();
    } catch (error) {
      problem.value = error;
    }
  };
  const enters =
    may('addPromiseFigure') && !(role.value === 'municipality' && line.owner === 'police');
  return (
    <>
      {figures.length === 0 && <p class="muted">{words.noRows}</p>}
      <ul class="counted">
        {figures.map(({ id, date, value, source, strike }) => (
          <li key={id} class={strike ? 'struck' : ''}>
            <span>{date}</span>
            <span>
              {source}
              {strike && <span class="muted"> – {words.struck(strike.reason)}</span>}
            </span>
            <b class="num">{amount(value)}</b>
            {enters && (
              <button
                type="button"
                class="button small quiet no-print"
                aria-label={strike ? undefined : words.figure.strikeOf(`${date}: ${value}`)}
                onClick={() => {
                  if (strike) void run(() => call('restorePromiseFigure', { params: { id } }));
                  else striking.value = id;
                }}
              >
                {strike ? words.figure.restore : words.figure.strike}
              </button>
            )}
          </li>
        ))}
      </ul>
      {striking.value !== null && (
        <ReasonForm
          label={words.figure.strike}
          cancel={shellText.value.cancel}
          onReason={(body) => {
            const id = striking.value ?? '';
            void run(() => call('strikePromiseFigure', { params: { id }, body }));
          }}
          onCancel={() => {
            striking.value = null;
          }}
        />
      )}
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      {enters && <NewFigure detail={detail} run={(work) => void run(work)} />}
    </>
  );
}

interface NewFigureProps {
  readonly detail: Detail;
  readonly run: (work: () => Promise<unknown>) => void;
}

function NewFigure({ detail: { line, figures }, run }: NewFigureProps) {
  const words = promisesText.value.figure;
  const last = today() < line.to ? today() : line.to;
  return (
    <form
      key={figures.length}
      class="new-figure no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const { text, number } = formValues(event.currentTarget);
        const said = { date: text('date'), value: number('value') ?? 0, source: text('source') };
        const body = { id: uuid(), ...said, noteConfirmed: text('noteConfirmed') !== '' };
        run(() => call('addPromiseFigure', { params: { id: line.id }, body }));
      }}
    >
      <h4>{words.title}</h4>
      <label class="field">
        <span>{words.date}</span>
        <input type="date" name="date" required min={line.from} max={line.to} defaultValue={last} />
      </label>
      <label class="field">
        <span>{words.value}</span>
        <input name="value" required inputMode="decimal" pattern="\d+([.,]\d+)?" />
      </label>
      <WatchedField
        name="source"
        label={words.source}
        hint={words.sourceHint}
        maxLength={LIMITS.note}
      />
      <button type="submit" class="button small">
        {words.save}
      </button>
    </form>
  );
}
