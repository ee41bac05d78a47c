/** Puts a place in the weekly focus: which, from when, why now, and by which source. */
import { LIMITS } from '#contract/paths.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { call } from '../api.ts';
import { Failed } from '../frame/states.tsx';
import { FilledForm } from '../promises/filled-form.tsx';
import type { FormValues } from '../promises/form-values.ts';
import { WatchedField } from '../promises/personal-check.tsx';
import type { Run } from '../promises/use-doing.tsx';
import { usePlaces } from '../promises/use-places.ts';
import { focusText } from '../text/focus.ts';
import { dayName } from '../text/format.ts';

/** The server takes none that begins later. */
const FURTHEST_DAYS = 14;

interface FocusFormProps {
  readonly today: string;
  readonly run: Run;
}

export function FocusForm({ today, run }: FocusFormProps) {
  const words = focusText.value;
  const places = usePlaces({ status: 'active' });
  if (places.failure.value !== null && places.value.value === null) {
    return <Failed error={places.failure.value} again={() => void places.reload()} />;
  }
  const save = ({ text }: FormValues, id: string) => {
    const body = {
      id,
      hotSpotId: text('hotSpotId'),
      from: text('from'),
      reason: text('reason'),
      source: text('source'),
      noteConfirmed: text('noteConfirmed') !== '',
    };
    return run(async () => {
      const { code, name, to } = await call('setFocus', { body });
      const undo = () => call('endFocus', { params: { id } });
      return { said: words.saved(`${code} ${name}`, dayName(to)), undo };
    });
  };
  return (
    <FilledForm class="promise-form focus-form" title={words.make} save={words.save} onSave={save}>
      <div class="fields">
        <label class="field">
          <span>{words.place}</span>
          <select name="hotSpotId" required>
            <option value="">{words.choose}</option>
            {(places.value.value ?? []).map(({ id, properties: { code, name } }) => (
              <option key={id} value={id}>
                {code} {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.from}</span>
          <input
            type="date"
            name="from"
            required
            min={today}
            max={addDays(today, FURTHEST_DAYS)}
            defaultValue={today}
          />
        </label>
      </div>
      <WatchedField
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        maxLength={LIMITS.note}
      />
      <WatchedField
        name="source"
        label={words.source}
        maxLength={LIMITS.name}
        initial={words.sources[0] ?? ''}
        list="focus-sources"
      />
      <datalist id="focus-sources">
        {words.sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
    </FilledForm>
  );
}
