/** Figures by hand: those entered, the one to come, and the striking of one that was wrong. */
import { useSignal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { call } from '../api.ts';
import { may, role } from '../state/session.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { amount } from './amounts.ts';
import { FilledForm } from './filled-form.tsx';
import type { FormValues } from './form-values.ts';
import { ReasonForm, type ReasonSaid, WatchedField } from './personal-check.tsx';
import { type Doing, type Run, useDoing } from './use-doing.tsx';
import { today } from './year-scope.ts';

type Detail = WireReply<'getPromise'>;

interface HandFiguresProps {
  readonly detail: Detail;
  readonly onChanged: () => Promise<void>;
}

export function HandFigures({ detail, onChanged }: HandFiguresProps) {
  const words = promisesText.value;
  const striking = useSignal<string | null>(null);
  const { line, figures } = detail;
  const { run, notice } = useDoing(onChanged);
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
              {(date < line.from || date > line.to) && (
                <span class="muted"> – {words.figure.outside}</span>
              )}
            </span>
            <b class="num">{amount(value)}</b>
            {enters && (
              <button
                type="button"
                class="button small quiet no-print"
                aria-label={strike ? undefined : words.figure.strikeOf(aboutOf({ date, value }))}
                onClick={() => {
                  if (strike) void run(() => restore(id));
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
          about={aboutOf(figures.find(({ id }) => id === striking.value))}
          cancel={shellText.value.cancel}
          onReason={async (said) => {
            const id = striking.value ?? '';
            if (await run(() => strike(id, said))) striking.value = null;
          }}
          onCancel={() => {
            striking.value = null;
          }}
        />
      )}
      {notice}
      {enters && <NewFigure line={line} run={run} />}
    </>
  );
}

const aboutOf = (figure?: { readonly date: string; readonly value: number }): string =>
  figure ? `${figure.date}: ${amount(figure.value)}` : '';

async function strike(id: string, body: ReasonSaid): Promise<Doing> {
  await call('strikePromiseFigure', { params: { id }, body });
  return { said: promisesText.value.figure.struckSaved, undo: () => restore(id) };
}

async function restore(id: string): Promise<Doing> {
  await call('restorePromiseFigure', { params: { id } });
  const { figure, justUndone: reason } = promisesText.value;
  return { said: figure.restored, undo: () => strike(id, { reason, noteConfirmed: true }) };
}

interface NewFigureProps {
  readonly line: Detail['line'];
  readonly run: Run;
}

function NewFigure({ line, run }: NewFigureProps) {
  const words = promisesText.value.figure;
  const last = today() < line.to ? today() : line.to;
  const save = ({ text, number }: FormValues, id: string) =>
    run(async () => {
      const said = { date: text('date'), value: number('value') ?? 0, source: text('source') };
      const body = { id, ...said, noteConfirmed: text('noteConfirmed') !== '' };
      await call('addPromiseFigure', { params: { id: line.id }, body });
      const { justUndone: reason } = promisesText.value;
      return { said: words.saved, undo: () => strike(id, { reason, noteConfirmed: true }) };
    });
  return (
    <FilledForm class="new-figure" isSmall title={words.title} save={words.save} onSave={save}>
      <label class="field">
        <span>{words.date}</span>
        <input type="date" name="date" required min={line.from} max={last} defaultValue={last} />
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
    </FilledForm>
  );
}
