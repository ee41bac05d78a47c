/** A walk's own data: area, three meetings, state, how many came. */
import { LIMITS } from '#contract/paths.ts';
import { WALK_STATES } from '#core/walks/walk.ts';
import { role } from '../state/session.ts';
import { settings } from '../state/settings.ts';
import { walksText } from '../text/walks.ts';
import type { Draft } from './draft.ts';
import { list } from './state.ts';
import type { MeetingDraft, WalkDraft } from './walk-draft.ts';
import { MEETINGS, type MeetingName } from './walk-words.ts';

interface WalkFieldsProps {
  readonly draft: Draft<WalkDraft>;
  /** Of the walk that is changed; null: a new one, whose municipality can be chosen. */
  readonly walkId: string | null;
}

export function WalkFields({ draft, walkId }: WalkFieldsProps) {
  const words = walksText.value.form;
  const { title } = draft.value.value;
  return (
    <>
      <label class="field">
        <span>{words.title}</span>
        <input
          required
          maxLength={LIMITS.name}
          value={title}
          placeholder={words.titleHint}
          onInput={(event) => draft.change({ title: event.currentTarget.value })}
        />
      </label>
      {walkId === null && role.value !== 'municipality' && <MunicipalityField draft={draft} />}
      {MEETINGS.map((name) => (
        <MeetingFields key={name} name={name} draft={draft} />
      ))}
      <div class="fields">
        <EveningField draft={draft} />
        <StateFields draft={draft} />
        <ChecksField draft={draft} walkId={walkId} />
      </div>
    </>
  );
}

type DraftProps = Pick<WalkFieldsProps, 'draft'>;

function MunicipalityField({ draft }: DraftProps) {
  return (
    <label class="field">
      <span>{walksText.value.form.municipality}</span>
      <select
        value={draft.value.value.municipality}
        onChange={(event) =>
          draft.change({ municipality: event.currentTarget.value, checksWalkId: null })
        }
      >
        {settings.value?.municipalities.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function MeetingFields({ draft, name }: DraftProps & { readonly name: MeetingName }) {
  const words = walksText.value;
  const { meetings } = draft.value.value;
  const meeting = meetings[name];
  const set = (change: Partial<MeetingDraft>) =>
    draft.change({ meetings: { ...meetings, [name]: { ...meeting, ...change } } });
  return (
    <fieldset class="meeting-fields">
      <legend>{words.meetings[name]}</legend>
      <label class="field">
        <span>{words.form.date}</span>
        <input
          type="date"
          required={name === 'walk' || meeting.time !== '' || meeting.place !== ''}
          value={meeting.date}
          onInput={(event) => set({ date: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{words.form.time}</span>
        <input
          type="time"
          required={name === 'walk' || meeting.date !== '' || meeting.place !== ''}
          value={meeting.time}
          onInput={(event) => set({ time: event.currentTarget.value })}
        />
      </label>
      <label class="field wide">
        <span>{words.form.place}</span>
        <input
          maxLength={LIMITS.name}
          value={meeting.place}
          onInput={(event) => set({ place: event.currentTarget.value })}
        />
      </label>
    </fieldset>
  );
}

const EVENING = { rule: null, day: false, evening: true } as const;

function EveningField({ draft }: DraftProps) {
  const words = walksText.value.form;
  const { eveningSaid } = draft.value.value;
  const chosen = eveningSaid === null ? 'rule' : eveningSaid ? 'evening' : 'day';
  return (
    <label class="field">
      <span>{words.evening}</span>
      <select
        value={chosen}
        onChange={(event) => {
          const choice = event.currentTarget.value as keyof typeof EVENING;
          draft.change({ eveningSaid: EVENING[choice] });
        }}
      >
        <option value="rule">{words.byRule}</option>
        <option value="day">{words.saidDay}</option>
        <option value="evening">{words.saidEvening}</option>
      </select>
    </label>
  );
}

function StateFields({ draft }: DraftProps) {
  const words = walksText.value;
  const { state, participants } = draft.value.value;
  return (
    <>
      <label class="field">
        <span>{words.form.state}</span>
        <select
          value={state}
          onChange={(event) => {
            const next = WALK_STATES.find((one) => one === event.currentTarget.value);
            if (next) draft.change({ state: next });
          }}
        >
          {WALK_STATES.map((one) => (
            <option key={one} value={one}>
              {words.states[one]}
            </option>
          ))}
        </select>
      </label>
      {state === 'held' && (
        <label class="field">
          <span>
            {words.form.participants}
            <span class="hint"> {words.form.participantsHint}</span>
          </span>
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={500}
            value={participants}
            onInput={(event) => draft.change({ participants: event.currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}

function ChecksField({ draft, walkId }: WalkFieldsProps) {
  const words = walksText.value.form;
  const { municipality, checksWalkId } = draft.value.value;
  const others = (list.value?.walks ?? []).filter(
    (walk) =>
      walk.id === checksWalkId ||
      (walk.id !== walkId && walk.municipality === municipality && walk.state === 'held'),
  );
  return (
    <label class="field">
      <span>{words.checks}</span>
      <select
        value={checksWalkId ?? ''}
        onChange={(event) => draft.change({ checksWalkId: event.currentTarget.value || null })}
      >
        <option value="">{words.checksNone}</option>
        {others.map(({ id, date, title }) => (
          <option key={id} value={id}>
            {`${date} ${title}`}
          </option>
        ))}
      </select>
    </label>
  );
}
