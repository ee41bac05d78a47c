/** An activity in a few touches: the day is the latest that can be meant, and the rest is what it was the last time. */
import { useSignal } from '@preact/signals';
import { v7 as uuid } from 'uuid';
import type { WireReply } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { addDays } from '#core/calendar/calendar-date.ts';
import { instantOf } from '#core/calendar/local-time.ts';
import type { LocalDate, LocalTime } from '#core/model.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '#core/promises/activity.ts';
import { call } from '../api.ts';
import { calendarRules } from '../state/settings.ts';
import { activitiesText } from '../text/activities.ts';
import { dateOf } from '../text/format.ts';
import { promisesText } from '../text/promises.ts';
import { shellText } from '../text/shell.ts';
import { FilledForm } from './filled-form.tsx';
import type { FormValues } from './form-values.ts';
import { MunicipalityField } from './municipality-field.tsx';
import { WatchedField } from './personal-check.tsx';
import type { Doing, Run } from './use-doing.tsx';
import { homeMunicipality } from './year-scope.ts';

export type Activity = WireReply<'listActivities'>['activities'][number];

interface ActivityFormProps {
  /** null: a new one. */
  readonly edits: Activity | null;
  /** Newest first: what a new one is likely to resemble. */
  readonly known: readonly Activity[];
  readonly municipality: string;
  readonly run: Run;
  /** It is saved, or no longer to be edited. */
  readonly onDone: () => void;
}

type Usual = Pick<Activity, 'kind' | 'start' | 'end' | 'place' | 'adults'>;

const FIRST: Usual = { kind: 'safe-adult', start: '20:00', end: '23:30', place: '', adults: 4 };

/** As it was the last time that one of the kind was held. */
const usualOf = (known: readonly Activity[], kind: ActivityKind): Usual =>
  known.find((one) => one.kind === kind && !one.struck) ?? { ...FIRST, kind };

export function ActivityForm({ edits, known, municipality, run, onDone }: ActivityFormProps) {
  const words = activitiesText.value;
  const lastKind = known.find(({ struck }) => !struck)?.kind ?? FIRST.kind;
  const kind = useSignal<ActivityKind>(edits?.kind ?? lastKind);
  const typedDate = useSignal<LocalDate | null>(null);
  const usual = edits ?? usualOf(known, kind.value);
  const home = edits?.municipality ?? homeMunicipality(municipality);
  const save = async ({ text, number }: FormValues, id: string) => {
    const content = {
      municipality: text('municipality') || home,
      kind: kind.value,
      date: text('date'),
      start: text('start'),
      end: text('end'),
      place: text('place'),
      hotSpotId: edits?.hotSpotId ?? null,
      adults: number('adults') ?? 0,
      noteConfirmed: text('noteConfirmed') !== '',
    };
    const isSaved = await run(() =>
      edits ? edit(edits, id, { ...content, reason: text('reason') }) : create({ id, ...content }),
    );
    if (isSaved) {
      typedDate.value = null;
      onDone();
    }
    return isSaved;
  };
  return (
    <FilledForm
      class="activity-form"
      title={edits ? words.editOf(edits.date) : words.make}
      save={words.save}
      takesFocus={edits !== null}
      besides={
        edits && (
          <button type="button" class="button quiet" onClick={onDone}>
            {shellText.value.cancel}
          </button>
        )
      }
      onSave={save}
    >
      <Kinds kind={kind.value} onKind={(next) => (kind.value = next)} />
      <Fields
        key={edits ? '' : kind.value}
        usual={usual}
        home={home}
        date={typedDate.value ?? edits?.date ?? lastDayOf(usual.start)}
        onDate={(date) => (typedDate.value = date)}
        known={known}
      />
      {edits && <WatchedField name="reason" label={words.reason} maxLength={LIMITS.note} />}
    </FilledForm>
  );
}

/** By the calendar: what began after midnight began today. */
const calendarToday = (): LocalDate => dateOf(Date.now());

/** The last day on which it can have begun: what begins in the evening was yesterday's until then. */
function lastDayOf(start: LocalTime): LocalDate {
  const date = calendarToday();
  return instantOf(calendarRules(), date, start) > Date.now() ? addDays(date, -1) : date;
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
  readonly date: LocalDate;
  readonly onDate: (date: LocalDate) => void;
  readonly home: string;
  readonly known: readonly Activity[];
}

function Fields({ usual, date, onDate, home, known }: FieldsProps) {
  const words = activitiesText.value;
  const places = [...new Set(known.map(({ place }) => place))].slice(0, 12);
  return (
    <div class="activity-fields">
      <label class="field">
        <span>{words.date}</span>
        <input
          type="date"
          name="date"
          required
          max={calendarToday()}
          value={date}
          onInput={(event) => onDate(event.currentTarget.value)}
        />
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

async function create(content: Content & { readonly id: string }): Promise<Doing> {
  const words = activitiesText.value;
  const made = await call('createActivity', { body: content });
  const { id, versionNumber: basedOn, kind, date, adults } = made;
  const strike = {
    id: uuid(),
    basedOn,
    change: 'strike' as const,
    reason: promisesText.value.justUndone,
  };
  return {
    said: words.saved(words.kinds[kind], date, adults),
    undo: () => call('changeActivity', { params: { id }, body: strike }),
  };
}

async function edit(
  { versionNumber, id, minutes: _minutes, struck: _struck, ...before }: Activity,
  versionId: string,
  content: Content & { readonly reason: string },
): Promise<Doing> {
  const words = activitiesText.value;
  const of = { params: { id } };
  const change = 'edit' as const;
  const made = await call('changeActivity', {
    ...of,
    body: { ...content, id: versionId, basedOn: versionNumber, change },
  });
  const back = { ...before, id: uuid(), reason: shellText.value.undone, noteConfirmed: true };
  return {
    said: words.saved(words.kinds[made.kind], made.date, made.adults),
    undo: () =>
      call('changeActivity', {
        ...of,
        body: { ...back, basedOn: made.versionNumber, change },
      }),
  };
}
