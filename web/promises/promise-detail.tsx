/** What a promise is counted from: months, rows, and every version of its terms; and the ways to change it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { LocalDate } from '#core/model.ts';
import { call } from '../api.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { may, role } from '../state/session.ts';
import { calendarRules } from '../state/settings.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { CountedRows } from './counted-rows.tsx';
import type { Line } from './forecast-text.ts';
import { MonthBars } from './month-bars.tsx';
import { ReasonForm, type ReasonSaid } from './personal-check.tsx';
import { PromiseForm } from './promise-form.tsx';
import { PromiseHistory } from './promise-history.tsx';
import { RestoreButton } from './restore-button.tsx';
import { useLoaded } from './use-loaded.ts';

interface PromiseDetailProps {
  readonly line: Line;
  /** The last day that the line is counted to; its terms are those of that day. */
  readonly until: LocalDate;
  /** The line itself may be another now. */
  readonly onChanged: () => void;
}

type Version = WireReply<'getPromise'>['versions'][number];

/** What is being done, with the terms that were seen when it began: newer ones are not written over in silence. */
interface PromiseDoing {
  readonly kind: 'edit' | 'withdraw';
  readonly seen: Version;
}

export function PromiseDetail({ line, until, onChanged }: PromiseDetailProps) {
  const { id } = line;
  const ask = (signal: AbortSignal) => call('getPromise', { params: { id }, signal });
  const detail = useLoaded(id, ask, JSON.stringify(line));
  const doing = useSignal<PromiseDoing | null>(null);
  const shown = detail.value.value;
  const failed = detail.failure.value !== null && (
    <Failed error={detail.failure.value} again={() => void detail.reload()} />
  );
  const current = shown?.versions.at(-1);
  if (!shown || !current) return failed || <Loading />;
  const close = () => {
    doing.value = null;
  };
  const changed = async () => {
    onChanged();
    await detail.reload();
  };
  const saved = () => {
    close();
    void changed();
  };
  return (
    <div class="promise-detail">
      {failed}
      {isChangedAfter(current, until) && (
        <p class="notice">{promisesText.value.changedAfter(until)}</p>
      )}
      {doing.value?.kind === 'edit' && (
        <PromiseForm
          terms={doing.value.seen}
          edits={{ id, basedOn: doing.value.seen.versionNumber, newest: current.versionNumber }}
          onSaved={saved}
          onStale={() => void detail.reload()}
          onCancel={close}
        />
      )}
      <div class="promise-facts">
        <MonthBars months={shown.months} measure={line.measure} />
        <CountedRows detail={shown} onChanged={changed} />
        <PromiseHistory versions={shown.versions} />
      </div>
      {may('changePromise') && !current.withdrawn && doing.value === null && (
        <Ways onDo={(kind) => (doing.value = { kind, seen: current })} />
      )}
      {may('changePromise') && current.withdrawn && (
        <div class="row">
          <RestoreButton id={id} number={line.number} onRestored={saved} />
        </div>
      )}
      {doing.value?.kind === 'withdraw' && (
        <Withdrawal id={id} seen={doing.value.seen} onDone={saved} onCancel={close} />
      )}
      {role.value === 'municipality' && line.source === 'doses' && (
        <p class="muted">{promisesText.value.placesHidden}</p>
      )}
    </div>
  );
}

/** The line of a year that is over says what held then. */
const isChangedAfter = ({ recordedAt, versionNumber }: Version, until: LocalDate): boolean =>
  versionNumber > 1 &&
  Date.parse(recordedAt) >= startOfOperationalDate(calendarRules(), addDays(until, 1));

function Ways({ onDo }: { readonly onDo: (kind: PromiseDoing['kind']) => void }) {
  const words = promisesText.value;
  return (
    <div class="row no-print">
      <button type="button" class="button small" onClick={() => onDo('edit')}>
        {words.edit}
      </button>
      <button type="button" class="button small" onClick={() => onDo('withdraw')}>
        {words.withdraw}
      </button>
    </div>
  );
}

interface WithdrawalProps {
  readonly id: string;
  readonly seen: Version;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

function Withdrawal({ id, seen, onDone, onCancel }: WithdrawalProps) {
  const versionId = useRef(uuid());
  const problem = useSignal<unknown>(null);
  const withdraw = async (said: ReasonSaid) => {
    const of = { id: versionId.current, basedOn: seen.versionNumber };
    try {
      await call('changePromise', { params: { id }, body: { ...of, change: 'withdraw', ...said } });
      onDone();
    } catch (error) {
      problem.value = error;
    }
  };
  return (
    <>
      <ReasonForm
        label={promisesText.value.withdraw}
        cancel={shellText.value.cancel}
        onReason={withdraw}
        onCancel={onCancel}
      />
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
    </>
  );
}
