/** What of a source counts: hot spots by tag or one by one, activities by kind and unit. */
import type { WireInput } from '#contract/api.ts';
import { ACTIVITY_KINDS, ACTIVITY_UNITS } from '#core/promises/activity.ts';
import type { PromiseSource } from '#core/promises/ledger-line.ts';
import { NOT_NARROWED } from '#core/promises/promise.ts';
import { activitiesText } from '../text/activities.ts';
import { problemText } from '../text/problem.ts';
import { promisesText } from '../text/promises.ts';
import { formValues } from './form-values.ts';
import { usePlaces } from './use-places.ts';

type Narrowing = NonNullable<WireInput<'createPromise'>['body']['narrowing']>;

interface NarrowingFieldsProps {
  readonly source: PromiseSource;
  /** Whose hot spots are offered. */
  readonly municipality: string;
  readonly narrowing: Narrowing | undefined;
}

export function NarrowingFields({ source, municipality, narrowing = {} }: NarrowingFieldsProps) {
  if (source === 'doses') return <PlaceFields municipality={municipality} narrowing={narrowing} />;
  return source === 'activities' ? <ActivityFields narrowing={narrowing} /> : null;
}

export function readNarrowing(form: HTMLFormElement, source: PromiseSource): Narrowing {
  const { all, text } = formValues(form);
  const none = { hotSpotIds: [], tags: [], kinds: [], unit: NOT_NARROWED.unit };
  if (source === 'doses') return { ...none, hotSpotIds: all('hotSpotIds'), tags: all('tags') };
  if (source !== 'activities') return none;
  const kinds = all('kinds');
  return {
    ...none,
    kinds: ACTIVITY_KINDS.filter((kind) => kinds.includes(kind)),
    unit: ACTIVITY_UNITS.find((unit) => unit === text('unit')) ?? 'times',
  };
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly chosen: readonly string[];
}

function Choices({ name, legend, choices, chosen }: ChoicesProps) {
  return (
    <fieldset class="choices-field">
      <legend>
        {legend} <span class="hint">– {promisesText.value.form.allIfNone}</span>
      </legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={chosen.includes(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

interface PlaceFieldsProps {
  readonly municipality: string;
  readonly narrowing: Narrowing;
}

function PlaceFields({ municipality, narrowing }: PlaceFieldsProps) {
  const words = promisesText.value.form;
  const all = usePlaces();
  const places = (all.value.value ?? []).filter(
    ({ properties }) => properties.municipality === municipality,
  );
  const tags = [...new Set(places.flatMap(({ properties }) => properties.tags))].sort();
  if (places.length === 0) {
    return (
      <>
        <Kept name="tags" values={narrowing.tags} />
        <Kept name="hotSpotIds" values={narrowing.hotSpotIds} />
        {all.failure.value !== null && (
          <p class="notice error" role="alert">
            {problemText(all.failure.value)}
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <Choices
        name="tags"
        legend={words.tags}
        choices={tags.map((tag) => [tag, tag])}
        chosen={narrowing.tags ?? []}
      />
      <Choices
        name="hotSpotIds"
        legend={words.hotSpots}
        choices={places.map(({ id, properties }) => [id, `${properties.code} ${properties.name}`])}
        chosen={narrowing.hotSpotIds ?? []}
      />
    </>
  );
}

/** Until there is something to choose from, what was chosen stays. */
function Kept({ name, values = [] }: { name: string; values?: readonly string[] | undefined }) {
  return (
    <>
      {values.map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function ActivityFields({ narrowing }: { narrowing: Narrowing }) {
  const words = promisesText.value;
  const { kinds } = activitiesText.value;
  return (
    <>
      <Choices
        name="kinds"
        legend={words.form.kinds}
        choices={ACTIVITY_KINDS.map((kind) => [kind, kinds[kind]])}
        chosen={narrowing.kinds ?? []}
      />
      <label class="field unit-field">
        <span>{words.form.unit}</span>
        <select name="unit">
          {ACTIVITY_UNITS.map((unit) => (
            <option key={unit} value={unit} selected={unit === narrowing.unit}>
              {words.units[unit]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
