/** Source, review, priority and what else decides how a hot spot is planned. */
import type { WireInput } from '#contract/api.ts';
import { LIMITS } from '#contract/paths.ts';
import { HOT_SPOT_STATUSES, PRIORITIES } from '#core/model.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import type { Place } from './state.ts';

export type Change = WireInput<'updateHotSpot'>['body'];

interface PlacementFieldsProps {
  readonly now: Change & Pick<Place['properties'], 'priority' | 'wantedGapHours' | 'status'>;
  readonly set: (change: Change) => void;
}

export function PlacementFields({ now, set }: PlacementFieldsProps) {
  const words = hotSpotsText.value.card;
  return (
    <div class="fields two">
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
    </div>
  );
}
