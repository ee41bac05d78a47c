/** An activity in a few touches: the day is today, and the rest is what it was the last time. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '#core/promises/activity.ts';
import { call } from '../api.ts';
import { activitiesText } from '../text/activities.ts';
import { shellText } from '../text/shell.ts';
import { formValues } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { WatchedField } from './personal-check.tsx';
import type { Doing, Run } from './use-doing.tsx';
import { homeMunicipality, today } from './year-scope.ts';

export type Activity = WireReply<'listActivities'>['activities'][number];

interface ActivityFormProps {
  /** null: a new one. */
  readonly edits: Activity | null;
  /** Newest first: what a new one is likely to resemble. */
  readonly known: readonly Activity[];
  readonly municipality: string;
  readonly run: Run;
  readonly onCancel: () => void;
}

type Usual = Pick<Activity, 'kind' | 'start' | 'end' | 'place' | 'adults'>;

const FIRST: Usual = { kind: 'safe-adult', start: '20:00', end: '23:30', place: '', adults: 4 };

/** As it was the last time that one of the kind was held. */
const usualOf = (known: readonly Activity[], kind: ActivityKind): Usual =>
  known.find((one) => one.kind === kind && !one.struck) ?? { ...FIRST, kind };

export function ActivityForm({ edits, known, municipality, run, onCancel }: ActivityFormProps) {
  const words = activitiesText.value;
  const lastKind = known.find(({ struck }) => !struck)?.kind ?? FIRST.kind;
  const kind = useSignal<ActivityKind>(edits?.kind ?? lastKind);
  const count = useSignal(0);
  const usual = edits ?? usualOf(known, kind.value);
  const home = edits?.municipality ?? homeMunicipality(municipality);
  const submit = async (form: HTMLFormElement) => {
    const { text, number } = formValues(form);
    const content = {
      municipality: text('municipality') || home,
      kind: kind.value,
      date: text('date'),
      start: text('start'),
      end: text('end'),
      place: text('place'),
      hotSpotId: edits?.hotSpotId ?? null,
      adults: number('adults') ?? 0,
    };
    const noteConfirmed = text('noteConfirmed') !== '';
    const isSaved = await run(() =>
      edits
        ? edit(edits, { ...content, noteConfirmed, reason: text('reason') })
        : create({ ...content, noteConfirmed }),
    );
    if (isSaved) count.value += 1;
  };
  return (
    <form
      class="activity-form no-print"
      aria-label={edits ? words.editOf(edits.date) : words.make}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <h2>{edits ? words.editOf(edits.date) : words.make}</h2>
      <Kinds kind={kind.value} onKind={(next) => (kind.value = next)} />
      <Fields
        key={`${kind.value} ${count.value}`}
        usual={usual}
        home={home}
        date={edits?.date ?? today()}
        known={known}
      />
      {edits && <WatchedField name="reason" label={words.reason} maxLength={LIMITS.note} />}
      <div class="row">
        <button type="submit" class="button primary">
          {words.save}
        </button>
        {edits && (
          <button type="button" class="button quiet" onClick={onCancel}>
            {shellText.value.cancel}
          </button>
        )}
      </div>
    </form>
  );
}

function Kinds({ kind, onKind }: { kind: ActivityKind; onKind: (kind: ActivityKind) => void }) {
  const words = activitiesText.value;
  return (
    <div class="activity-kinds" role="group" aria-label={words.kind}>
      {ACTIVITY_KINDS.map((one) => (
        <button key={one} type="button" aria-pressed={one === kind} onClick={() => onKind(one)}>
          {words.kinds[one]}
        </button>
      ))}
    </div>
  );
}

interface FieldsProps {
  readonly usual: Usual;
  readonly date: string;
  readonly home: string;
  readonly known: readonly Activity[];
}

function Fields({ usual, date, home, known }: FieldsProps) {
  const words = activitiesText.value;
  const places = [...new Set(known.map(({ place }) => place))].slice(0, 12);
  return (
    <div class="activity-fields">
      <label class="field">
        <span>{words.date}</span>
        <input type="date" name="date" required max={today()} defaultValue={date} />
      </label>
      <label class="field">
        <span>{words.start}</span>
        <input type="time" name="start" required defaultValue={usual.start} />
      </label>
      <label class="field">
        <span>{words.end}</span>
        <input type="time" name="end" required defaultValue={usual.end} />
      </label>
      <Adults initial={usual.adults} />
      <WatchedField
        name="place"
        label={words.place}
        hint={words.placeHint}
        maxLength={LIMITS.name}
        initial={usual.place}
        list="activity-places"
      />
      <MunicipalityField chosen={home} />
      <datalist id="activity-places">
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
    </div>
  );
}

function Adults({ initial }: { initial: number }) {
  const words = activitiesText.value;
  const adults = useSignal(initial);
  const step = (by: number) => {
    adults.value = Math.max(1, Math.min(200, adults.value + by));
  };
  return (
    <div class="field adults">
      <label for="activity-adults">{words.adults}</label>
      <div>
        <button type="button" class="button" aria-label={words.fewer} onClick={() => step(-1)}>
          <span aria-hidden="true">−</span>
        </button>
        <input
          id="activity-adults"
          type="number"
          name="adults"
          required
          min={1}
          max={200}
          value={adults.value}
          onInput={(event) => {
            adults.value = Number(event.currentTarget.value);
          }}
        />
        <button type="button" class="button" aria-label={words.more} onClick={() => step(1)}>
          <span aria-hidden="true">+</span>
        </button>
      </div>
    </div>
  );
}

type Content = Omit<Activity, 'id' | 'versionNumber' | 'minutes' | 'struck' | 'reason'> & {
  readonly noteConfirmed: boolean;
};

async function create(content: Content): Promise<Doing> {
  const words = activitiesText.value;
  const made = await call('createActivity', { body: { id: uuid(), ...content } });
  const { id, versionNumber: basedOn, kind, date, adults } = made;
  const strike = { id: uuid(), basedOn, change: 'strike' as const, reason: words.justUndone };
  return {
    said: words.saved(words.kinds[kind], date, adults),
    undo: () => call('changeActivity', { params: { id }, body: strike }),
  };
}

async function edit(
  { versionNumber, id, minutes: _minutes, struck: _struck, ...before }: Activity,
  content: Content & { readonly reason: string },
): Promise<Doing> {
  const words = activitiesText.value;
  const of = { params: { id } };
  const change = 'edit' as const;
  const made = await call('changeActivity', {
    ...of,
    body: { ...content, id: uuid(), basedOn: versionNumber, change },
  });
  const back = { ...before, reason: shellText.value.undone, noteConfirmed: true };
  return {
    said: words.saved(words.kinds[made.kind], made.date, made.adults),
    undo: () =>
      call('changeActivity', {
        ...of,
        body: { ...back, id: uuid(), basedOn: made.versionNumber, change },
      }),
  };
}
