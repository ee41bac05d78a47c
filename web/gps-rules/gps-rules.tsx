/** The authority's decision on positions: whether they may be kept, and for how long. */
import '../style/page.css';
import '../gps/gps-page.css';
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { WireReply } from '#contract/api.ts';
import { RETENTION_DAYS } from '#core/positions/gps-rules.ts';
import { ApiProblem, call } from '../api.ts';
import { Failed, Loading } from '../frame/states.tsx';
import { gpsPageText } from '../text/gps-page.ts';
import { problemText } from '../text/problem.ts';

type Rules = WireReply<'getGpsRules'>;

export function GpsRules() {
  const rules = useSignal<Rules | null>(null);
  const problem = useSignal<unknown>(null);
  const isSaved = useSignal(false);
  const load = async () => {
    try {
      rules.value = await call('getGpsRules', {});
      problem.value = null;
    } catch (error) {
      problem.value = error;
    }
  };
  const save = async (body: { on: boolean; retentionDays: number }) => {
    isSaved.value = false;
    try {
      const ifMatch = rules.value?.revision ?? 0;
      rules.value = await call('setGpsRules', { body, ifMatch });
      problem.value = null;
      isSaved.value = true;
    } catch (error) {
      problem.value = error;
      if (error instanceof ApiProblem && error.code === 'changed-meanwhile') {
        rules.value = error.document.current as Rules;
      }
    }
  };
  useEffect(() => {
    void load();
  }, []);
  if (rules.value === null) {
    return problem.value ? <Failed error={problem.value} again={() => void load()} /> : <Loading />;
  }
  const words = gpsPageText.value.rules;
  return (
    <div class="page">
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <RulesForm key={rules.value.revision} rules={rules.value} save={(body) => void save(body)} />
      {problem.value !== null && (
        <p class="notice error" role="alert">
          {problemText(problem.value)}
        </p>
      )}
      <p role="status" class={isSaved.value ? 'notice' : 'visually-hidden'}>
        {isSaved.value && (rules.value.on ? words.savedOn : words.savedOff)}
      </p>
    </div>
  );
}

interface RulesFormProps {
  readonly rules: Rules;
  readonly save: (body: { on: boolean; retentionDays: number }) => void;
}

function RulesForm({ rules, save }: RulesFormProps) {
  const words = gpsPageText.value.rules;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    save({ on: data.get('on') !== null, retentionDays: Number(data.get('retentionDays')) });
  };
  return (
    <form class="gps-form" onSubmit={submit}>
      <label class="check-row">
        <input type="checkbox" name="on" defaultChecked={rules.on} />
        <span>{words.on}</span>
      </label>
      <label class="field">
        <span>
          {words.days(RETENTION_DAYS.least, RETENTION_DAYS.most)}
          <span class="hint"> {words.daysHint}</span>
        </span>
        <input
          type="number"
          name="retentionDays"
          required
          min={RETENTION_DAYS.least}
          max={RETENTION_DAYS.most}
          defaultValue={String(rules.retentionDays)}
        />
      </label>
      <button type="submit" class="button primary">
        {words.save}
      </button>
    </form>
  );
}
