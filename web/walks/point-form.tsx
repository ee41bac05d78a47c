/** A point as it is written on the phone during the walk: big targets, and nothing typed is lost. */
import { useEffect, useRef } from 'preact/hooks';
import { LIMITS } from '#contract/paths.ts';
import { POINT_CATEGORIES, POINT_OWNERS, POINT_STATUSES } from '#core/walks/walk.ts';
import { shellText } from '../text/shell.ts';
import { walksText } from '../text/walks.ts';
import { type Draft, useDraft } from './draft.ts';
import { PlaceFields } from './place-fields.tsx';
import {
  blankPoint,
  type PointDraft,
  pointDraftOf,
  type SavedPoint,
  sendPoint,
} from './point-draft.ts';
import { formPlace, type Point, pointForm, reload, type Walk } from './state.ts';
import { Trouble } from './trouble.tsx';
import { useSending } from './use-sending.ts';

interface PointFormProps {
  readonly walk: Walk;
  /** null: a new one. */
  readonly point: Point | null;
  readonly onSaved: (saved: SavedPoint) => void;
  readonly onClosed: () => void;
}

export function PointForm({ walk, point, onSaved, onClosed }: PointFormProps) {
  const words = walksText.value;
  const key = point ? `point ${point.id}` : `point new ${walk.id}`;
  const draft = useDraft(key, () => (point ? pointDraftOf(point) : blankPoint()));
  const { problem, isSending, send } = useSending();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  usePlaceOnMap(draft);
  const close = () => {
    draft.forget();
    pointForm.value = null;
    onClosed();
  };
  const save = (noteConfirmed = false) =>
    send(async () => {
      const saved = await sendPoint(walk.id, draft.value.value, noteConfirmed);
      await reload();
      close();
      onSaved(saved);
    });
  return (
    <form
      class="point-form no-print"
      aria-label={point ? words.points.changeTitle(point.number) : words.points.newTitle}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {point ? words.points.changeTitle(point.number) : words.points.newTitle}
      </h3>
      <CategoryField draft={draft} />
      <TextField draft={draft} />
      <PlaceFields draft={draft} />
      <OwnerFields draft={draft} />
      <StatusFields draft={draft} />
      <Trouble
        problem={problem}
        onConfirm={() => void save(true)}
        onTake={() => {
          close();
          void reload();
        }}
        onKeep={(revision) => {
          draft.change({ revision });
          void save();
        }}
      />
      <div class="row">
        <button type="submit" class="button primary big" disabled={isSending}>
          {isSending ? words.form.saving : words.points.save}
        </button>
        <button type="button" class="button big" onClick={close}>
          {shellText.value.cancel}
        </button>
      </div>
    </form>
  );
}

/** A press on the map and the fields tell the same place. */
function usePlaceOnMap(draft: Draft<PointDraft>): void {
  useEffect(() => {
    formPlace.value = draft.value.peek().lonLat ?? null;
    const stop = formPlace.subscribe((lonLat) => {
      if (lonLat !== draft.value.peek().lonLat) draft.change({ lonLat });
    });
    return () => {
      stop();
      formPlace.value = null;
    };
  }, [draft]);
}

interface FieldProps {
  readonly draft: Draft<PointDraft>;
}

function CategoryField({ draft }: FieldProps) {
  const words = walksText.value;
  return (
    <fieldset class="choices">
      <legend>{words.points.category}</legend>
      {POINT_CATEGORIES.map((category) => (
        <label key={category} class="choice">
          <input
            type="radio"
            name="category"
            checked={draft.value.value.category === category}
            onChange={() => draft.change({ category })}
          />
          <span>{words.categories[category]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function TextField({ draft }: FieldProps) {
  const words = walksText.value.points;
  const { text } = draft.value.value;
  return (
    <label class="field">
      <span>{words.text}</span>
      <textarea
        required
        rows={3}
        maxLength={LIMITS.note}
        value={text}
        onInput={(event) => draft.change({ text: event.currentTarget.value })}
      />
      <span class="hint">{words.textHint(LIMITS.note - text.length)}</span>
    </label>
  );
}

function OwnerFields({ draft }: FieldProps) {
  const words = walksText.value;
  const { owner, ownerName, dueDate } = draft.value.value;
  return (
    <div class="fields">
      <label class="field">
        <span>{words.points.owner}</span>
        <select
          value={owner}
          onChange={(event) => {
            const next = POINT_OWNERS.find((one) => one === event.currentTarget.value);
            if (next) draft.change({ owner: next });
          }}
        >
          {POINT_OWNERS.map((one) => (
            <option key={one} value={one}>
              {words.owners[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>
          {words.points.ownerName}
          <span class="hint"> {words.points.ownerHint}</span>
        </span>
        <input
          maxLength={LIMITS.name}
          value={ownerName}
          onInput={(event) => draft.change({ ownerName: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{words.points.due}</span>
        <input
          type="date"
          value={dueDate ?? ''}
          onInput={(event) => draft.change({ dueDate: event.currentTarget.value || null })}
        />
      </label>
    </div>
  );
}

function StatusFields({ draft }: FieldProps) {
  const words = walksText.value;
  const { status, statusReason } = draft.value.value;
  return (
    <div class="fields">
      <label class="field">
        <span>{words.points.status}</span>
        <select
          value={status}
          onChange={(event) => {
            const next = POINT_STATUSES.find((one) => one === event.currentTarget.value);
            if (next) draft.change({ status: next });
          }}
        >
          {POINT_STATUSES.map((one) => (
            <option key={one} value={one}>
              {words.statuses[one]}
            </option>
          ))}
        </select>
      </label>
      {status === 'will-not-be-done' && (
        <label class="field wide">
          <span>{words.points.reason}</span>
          <input
            required
            maxLength={LIMITS.note}
            value={statusReason}
            onInput={(event) => draft.change({ statusReason: event.currentTarget.value })}
          />
        </label>
      )}
    </div>
  );
}
