/** Takes what the preview showed in, with the words of where it comes from. */
import { useSignal } from '@preact/signals';
import { incidentsText } from '../text/incidents.ts';
import { count } from './figures.ts';
import { isReading, keepIncidents, type Preview } from './import-state.ts';

export function KeepForm({ preview: { reading } }: { preview: Preview }) {
  const words = incidentsText.value.keep;
  const source = useSignal('');
  const keepRest = useSignal(false);
  const { kept = 0, refused = 0 } = reading ?? {};
  const isReady = kept > 0 && source.value.trim() !== '' && (refused === 0 || keepRest.value);
  return (
    <form
      class="incident-keep"
      onSubmit={(event) => {
        event.preventDefault();
        void keepIncidents(source.value.trim(), keepRest.value);
      }}
    >
      <label class="field">
        <span>{words.source}</span>
        <input
          type="text"
          required
          maxLength={200}
          value={source.value}
          onInput={(event) => {
            source.value = event.currentTarget.value;
          }}
        />
        <span class="hint">{words.sourceHint}</span>
      </label>
      {refused > 0 && (
        <label class="check-row">
          <input
            type="checkbox"
            checked={keepRest.value}
            onChange={(event) => {
              keepRest.value = event.currentTarget.checked;
            }}
          />
          {words.rest(count(refused))}
        </label>
      )}
      <button type="submit" class="button primary" disabled={!isReady || isReading.value}>
        {kept > 0 ? words.submit(count(kept)) : words.nothing}
      </button>
    </form>
  );
}
