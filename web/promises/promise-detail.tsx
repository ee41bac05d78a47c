/** What a promise is counted from: months, rows, and every version of its terms; and the ways to change it. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { call } from '../api.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { may, role } from '../state/session.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { CountedRows } from './counted-rows.tsx';
import type { Line } from './forecast-text.ts';
import { MonthBars } from './month-bars.tsx';
import { ReasonForm } from './personal-check.tsx';
import { PromiseForm } from './promise-form.tsx';
import { PromiseHistory } from './promise-history.tsx';
import { useLoaded } from './use-loaded.ts';

interface PromiseDetailProps {
  readonly line: Line;
  /** The line itself may be another now. */
  readonly onChanged: () => void;
}

export function PromiseDetail({ line, onChanged }: PromiseDetailProps) {
  const words = promisesText.value;
  const { id } = line;
  const detail = useLoaded(JSON.stringify(line), (signal) =>
    call('getPromise', { params: { id }, signal }),
  );
  const doing = useSignal<'edit' | 'withdraw' | null>(null);
  const problem = useSignal<unknown>(null);
  const shown = detail.value.value;
  const close = () => {
    doing.value = null;
  };
  if (detail.failure.value !== null)
    return <Failed error={detail.failure.value} again={() => void detail.reload()} />;
  const current = shown?.versions.at(-1);
  if (!shown || !current) return <Loading />;
  const changed = () => {
    close();
    void detail.reload();
    onChanged();
  };
  const withdraw = async (said: { reason: string; noteConfirmed: boolean }) => {
    const of = { id: uuid(), basedOn: current.versionNumber };
    try {
      await call('changePromise', { params: { id }, body: { ...of, change: 'withdraw', ...said } });
      changed();
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <div class="promise-detail">
      {doing.value === 'edit' && (
        <PromiseForm
          terms={current}
          edits={{ id, basedOn: current.versionNumber }}
          onSaved={changed}
          onCancel={close}
        />
      )}
      <div class="promise-facts">
        <MonthBars months={shown.months} measure={line.measure} />
        <CountedRows detail={shown} onChanged={changed} />
        <PromiseHistory versions={shown.versions} />
      </div>
      {may('changePromise') && doing.value === null && (
        <div class="row no-print">
          <button
            type="button"
            class="button small"
            onClick={() => {
              doing.value = 'edit';
            }}
          >
            {words.edit}
          </button>
          <button
            type="button"
            class="button small"
            onClick={() => {
              doing.value = 'withdraw';
            }}
          >
            {words.withdraw}
          </button>
        </div>
      )}
      {doing.value === 'withdraw' && (
        <ReasonForm
          label={words.withdraw}
          cancel={shellText.value.cancel}
          onReason={(said) => void withdraw(said)}
          onCancel={close}
        />
      )}
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      {role.value === 'municipality' && line.source === 'doses' && (
        <p class="muted">{words.placesHidden}</p>
      )}
    </div>
  );
}
