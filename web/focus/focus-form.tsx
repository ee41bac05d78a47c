/** Puts a place in the weekly focus: which, from when, why now, and by which source. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import { LIMITS } from '#contract/paths.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { call } from '../api.ts';
import { formValues } from '../promises/form-values.ts';
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
  const count = useSignal(0);
  const submit = async (form: HTMLFormElement) => {
    const { text } = formValues(form);
    const said = {
      id: uuid(),
      hotSpotId: text('hotSpotId'),
      from: text('from'),
      reason: text('reason'),
      source: text('source'),
      noteConfirmed: text('noteConfirmed') !== '',
    };
    const isSaved = await run(async () => {
      const { id, code, name, to } = await call('setFocus', { body: said });
      const undo = () => call('endFocus', { params: { id } });
      return { said: words.saved(`${code} ${name}`, dayName(to)), undo };
    });
    if (isSaved) count.value += 1;
  };
  return (
    <form
      key={count.value}
      class="promise-form focus-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h2>{words.make}</h2>
      <div class="fields">
        <label class="field">
          <span>{words.place}</span>
          <select name="hotSpotId" required>
            <option value="">{words.choose}</option>
            {places.value.map(({ id, properties: { code, name } }) => (
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
      <div class="row">
        <button type="submit" class="button primary">
          {words.save}
        </button>
      </div>
    </form>
  );
}
