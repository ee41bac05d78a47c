/** "C2 klar 14 min" on the radio: the shift lead logs it for the patrol in one line. */
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { v7 as uuid } from 'uuid';
import { ApiProblem, call } from '../api.ts';
import { clock } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { problemText } from '../text/problem.ts';
import { SavedNotice } from '../ui/saved-notice.tsx';
import { reload } from './load.ts';
import { patrolOnSite, type RadioCall, readRadioCall } from './radio-call.ts';
import type { Place } from './replies.ts';
import { now, patrolById, places, shift, visits } from './state.ts';

const MINUTE_MS = 60_000;

interface Logged {
  readonly revision: number;
  readonly before: string;
  readonly said: string;
  readonly isUndone?: boolean;
}

/** While the shift is on. */
export function RadioLog() {
  const known = shift.value;
  const isOn =
    known && now.value >= Date.parse(known.startsAt) && now.value < Date.parse(known.endsAt);
  return isOn ? <RadioForm key={known.id} /> : null;
}

function RadioForm() {
  const words = planText.value.radio;
  const text = useSignal('');
  const by = useSignal<string | null>(null);
  const refused = useSignal('');
  const logged = useSignal<Logged | null>(null);
  const isSending = useSignal(false);
  const heard = readRadioCall(text.value);
  const place = heard && placeOf(heard);
  const patrolId = by.value ?? (place && expected(place, heard)) ?? '';

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    refused.value = faultOf(heard, place, patrolId);
    if (!heard || !place || refused.value || isSending.value) return;
    isSending.value = true;
    try {
      const visit = await logHeard(heard, place, patrolId);
      const said = words.logged(place.properties.code, heard.minutes, callSignOf(patrolId));
      logged.value = { revision: visit.versionNumber, before: visit.id, said };
      text.value = '';
      by.value = null;
      await reload();
    } catch (error) {
      refused.value = refusalText(error);
    } finally {
      isSending.value = false;
    }
  };
  const undo = async ({ before, revision }: Pick<Logged, 'before' | 'revision'>) => {
    try {
      const body = {
        id: uuid(),
        basedOn: revision,
        kind: 'void',
        reason: words.undoReason,
      } as const;
      await call('changeVisit', { params: { id: before }, body });
      if (logged.value) logged.value = { ...logged.value, isUndone: true };
      await reload();
    } catch (error) {
      refused.value = refusalText(error);
    }
  };
  return (
    <form class="radio-log no-print" onSubmit={(event) => void submit(event)}>
      <label>
        {words.label}
        <input
          value={text.value}
          placeholder={words.example}
          autocomplete="off"
          aria-describedby="radio-said"
          aria-invalid={refused.value !== ''}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            refused.value = '';
          }}
        />
      </label>
      <label>
        {words.patrol}
        <select
          value={patrolId}
          onChange={(event) => {
            by.value = event.currentTarget.value;
          }}
        >
          <option value="">{words.choose}</option>
          {shift.value?.patrols.map(({ id, callSign }) => (
            <option key={id} value={id}>
              {callSign}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button" disabled={isSending.value}>
        {words.log}
      </button>
      <p id="radio-said" class={refused.value ? 'wrong' : 'muted'} role="status">
        {refused.value || (heard && place ? spanOf(heard, place) : '')}
        <SavedNotice
          key={logged.value?.before}
          save={text.value === '' ? logged.value : null}
          text={logged.value?.said ?? ''}
          onUndo={(save) => void undo(save)}
        />
      </p>
    </form>
  );
}

const placeOf = ({ code }: RadioCall): Place | null =>
  places.value.find(({ properties }) => properties.code.toUpperCase() === code) ?? null;

const startOf = ({ minutes }: RadioCall): number => now.value - minutes * MINUTE_MS;

const expected = ({ id }: Place, heard: RadioCall): string | null =>
  patrolOnSite(visits.value, id, startOf(heard));

const callSignOf = (patrolId: string): string => patrolById(patrolId)?.callSign ?? '';

/** `C2 Sveaparken 22:05–22:19` */
const spanOf = (heard: RadioCall, { properties: { code, name } }: Place): string =>
  `${code} ${name} ${clock(startOf(heard))}–${clock(now.value)}`;

function faultOf(heard: RadioCall | null, place: Place | null, patrolId: string): string {
  const words = planText.value.radio;
  if (!heard) return words.notUnderstood;
  if (!place) return words.noPlace(heard.code);
  return patrolId ? '' : words.whichPatrol;
}

function refusalText(error: unknown): string {
  const isTwice = error instanceof ApiProblem && error.code === 'visit-twice';
  return isTwice ? planText.value.radio.already : problemText(error);
}

/** It ends now: the patrol says so when it leaves. What came of it the patrol can still tell on its phone. */
function logHeard({ minutes }: RadioCall, { id: hotSpotId }: Place, patrolId: string) {
  const endedAt = Date.now();
  const body = {
    id: uuid(),
    hotSpotId,
    patrolId,
    startedAt: new Date(endedAt - minutes * MINUTE_MS).toISOString(),
    endedAt: new Date(endedAt).toISOString(),
    officers: patrolById(patrolId)?.officers ?? 2,
    late: true,
  };
  return call('createVisit', { body });
}
