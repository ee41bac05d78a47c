/** A draft of one of the latest tertials; of one that is published already, a correction. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { v7 as uuid } from 'uuid';
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { tertialOf, tertialPeriod } from '#core/publication/tertial.ts';
import { call } from '../api.ts';
import { calendarRules, settings } from '../state/settings.ts';
import { tertialName, tertialText } from '../text/tertial.ts';
import { change, isBusy, opened } from './state.ts';

const OFFERED = 4;

/** The tertial that goes on and those before it, the latest that is over first. */
function offeredTertials(): string[] {
  const current = tertialOf(operationalDateOf(calendarRules(), Date.now()));
  const before = (code: string) => tertialOf(addDays(tertialPeriod(code).from, -1));
  const past: string[] = [];
  for (let code = before(current); past.length < OFFERED - 1; code = before(code)) past.push(code);
  return [...past, current];
}

export function NewDraft() {
  const words = tertialText.value.create;
  const { route } = useLocation();
  const tertials = offeredTertials();
  const municipalities = settings.value?.municipalities ?? [];
  const tertial = useSignal(tertials[0] ?? '');
  const municipality = useSignal(opened.value?.municipality ?? municipalities[0]?.code ?? '');
  const create = async () => {
    const body = { id: uuid(), municipality: municipality.value, tertial: tertial.value };
    const isMade = await change(() => call('createTertialPage', { body }));
    if (isMade) route(`/loften/tertial?sida=${body.id}`);
  };
  return (
    <form
      class="tertial-new"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <h2>{words.heading}</h2>
      <div class="row">
        <label class="field">
          <span>{words.tertial}</span>
          <select
            value={tertial.value}
            onChange={(event) => (tertial.value = event.currentTarget.value)}
          >
            {tertials.map((code) => (
              <option key={code} value={code}>
                {tertialName(code)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.municipality}</span>
          <select
            value={municipality.value}
            onChange={(event) => (municipality.value = event.currentTarget.value)}
          >
            {municipalities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="button" disabled={isBusy.value}>
          {words.submit}
        </button>
      </div>
      <p class="muted">{words.correctionHint}</p>
    </form>
  );
}
