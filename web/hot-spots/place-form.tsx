/** What a hot spot says, edited in place; two people's edits are told apart and shown to whoever came last. */
import { useSignal } from '@preact/signals';
import type { WireInput } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { HOT_SPOT_STATUSES, PRIORITIES } from '#core/model.ts';
import { call } from '../api.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { keep, load, type Place } from './state.ts';
import { FieldProblem, Trouble } from './trouble.tsx';

type Change = WireInput<'updateHotSpot'>['body'];

export function PlaceForm({ place }: { place: Place }) {
  const change = useSignal<Change>({});
  const problem = useSignal<unknown>(null);
  const saved = useSignal(false);
  const words = hotSpotsText.value.card;
  const now = { ...place.properties, ...change.value };
  const set = (next: Change) => {
    change.value = { ...change.value, ...next };
    saved.value = false;
  };
  const save = async (revision = place.properties.revision) => {
    try {
      keep(
        await call('updateHotSpot', {
          params: { id: place.id },
          body: change.value,
          ifMatch: revision,
        }),
      );
      change.value = {};
      problem.value = null;
      saved.value = true;
    } catch (error) {
      problem.value = error;
    }
  };
  const isChanged = Object.keys(change.value).length > 0;
  return (
    <form
      class="place-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div class="fields">
        <label class="field">
          <span>{words.code}</span>
          <input
            required
            maxLength={2}
            value={now.code}
            title={words.codeHint}
            onInput={(event) => set({ code: event.currentTarget.value.toUpperCase() })}
          />
          <FieldProblem problem={problem.value} field="code" />
        </label>
        <label class="field wide">
          <span>{words.name}</span>
          <input
            required
            maxLength={LIMITS.name}
            value={now.name}
            onInput={(event) => set({ name: event.currentTarget.value })}
          />
          <FieldProblem problem={problem.value} field="name" />
        </label>
      </div>
      <label class="field">
        <span>{words.why}</span>
        <textarea
          rows={4}
          maxLength={LIMITS.whyHere}
          value={now.whyHere}
          onInput={(event) => set({ whyHere: event.currentTarget.value })}
        />
        <span class="hint">{words.whyHint(LIMITS.whyHere - (now.whyHere ?? '').length)}</span>
        <FieldProblem problem={problem.value} field="whyHere" />
      </label>
      <PlacementFields now={now} set={set} />
      <Trouble
        problem={problem.value}
        change={change.value}
        onTake={() => {
          change.value = {};
          problem.value = null;
          void load();
        }}
        onKeep={(revision) => void save(revision)}
      />
      <div class="row">
        <button type="submit" class="button primary" disabled={!isChanged}>
          {words.save}
        </button>
        {isChanged && (
          <button
            type="button"
            class="button"
            onClick={() => {
              change.value = {};
            }}
          >
            {words.undo}
          </button>
        )}
        {saved.value && <span role="status">{words.saved}</span>}
      </div>
    </form>
  );
}

interface PlacementFieldsProps {
  readonly now: Change & Pick<Place['properties'], 'priority' | 'wantedGapHours' | 'status'>;
  readonly set: (change: Change) => void;
}

/** Source, review, priority and what else decides how the place is planned. */
function PlacementFields({ now, set }: PlacementFieldsProps) {
  const words = hotSpotsText.value.card;
  return (
    <div class="fields">
      <label class="field wide">
        <span>{words.source}</span>
        <input
          maxLength={LIMITS.name}
          value={now.whySource}
          onInput={(event) => set({ whySource: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        <span>{words.review}</span>
        <input
          type="date"
          value={now.reviewDate ?? ''}
          onInput={(event) => set({ reviewDate: event.currentTarget.value || null })}
        />
      </label>
      <label class="field">
        <span>{words.priority}</span>
        <select
          value={now.priority}
          onChange={(event) =>
            set({ priority: PRIORITIES.find((one) => one === Number(event.currentTarget.value)) })
          }
        >
          {PRIORITIES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.wantedGap}</span>
        <input
          type="number"
          min={1}
          max={672}
          value={now.wantedGapHours}
          onInput={(event) => set({ wantedGapHours: Number(event.currentTarget.value) })}
        />
      </label>
      <label class="field wide">
        <span>{words.tags}</span>
        <input
          value={(now.tags ?? []).join(', ')}
          onChange={(event) =>
            set({
              tags: event.currentTarget.value
                .split(',')
                .map((tag) => tag.trim())
                .filter(Boolean),
            })
          }
        />
      </label>
      <label class="field">
        <span>{words.status}</span>
        <select
          value={now.status}
          onChange={(event) =>
            set({ status: HOT_SPOT_STATUSES.find((one) => one === event.currentTarget.value) })
          }
        >
          {HOT_SPOT_STATUSES.map((one) => (
            <option key={one} value={one}>
              {hotSpotsText.value.statuses[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
