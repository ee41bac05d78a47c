/** The list twin of the map. */
import { useSignal } from '@preact/signals';
import { HOT_SPOT_STATUSES } from '#core/model.ts';
import { StateMark } from '../map/state-mark.tsx';
import { dateOf, longHours } from '../text/format.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { leaveDrawing, mode, type Place, places, selectedId, setDraft } from './state.ts';
import { windowText } from './window-text.ts';

const HOUR_MS = 3_600_000;

function matches({ properties }: Place, text: string, status: string): boolean {
  const { code, name, tags } = properties;
  const isOfStatus = status === '' || properties.status === status;
  return (
    isOfStatus && [code, name, ...tags].join(' ').toLowerCase().includes(text.trim().toLowerCase())
  );
}

export function PlaceList({ canEdit }: { canEdit: boolean }) {
  const text = useSignal('');
  const status = useSignal('');
  const words = hotSpotsText.value;
  const shown = places.value.filter((place) => matches(place, text.value, status.value));
  const begin = (next: 'draw' | 'import') => () => {
    selectedId.value = null;
    setDraft(null);
    mode.value = next;
  };
  return (
    <section class="spots-list" aria-label={words.title}>
      <header>
        <h1>{words.title}</h1>
        {canEdit && (
          <div class="row">
            <button type="button" class="button small primary" onClick={begin('draw')}>
              {words.draw}
            </button>
            <button type="button" class="button small" onClick={begin('import')}>
              {words.import}
            </button>
          </div>
        )}
        {!canEdit && <p class="muted">{words.readOnly}</p>}
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filter}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <select
          aria-label={words.card.status}
          value={status.value}
          onChange={(event) => {
            status.value = event.currentTarget.value;
          }}
        >
          <option value="">{words.all}</option>
          {HOT_SPOT_STATUSES.map((one) => (
            <option key={one} value={one}>
              {words.statuses[one]}
            </option>
          ))}
        </select>
      </header>
      {shown.length === 0 && places.value.length > 0 && <p class="muted padded">{words.noMatch}</p>}
      <ul>
        {shown.map((place) => (
          <li key={place.id}>
            <Row place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ place }: { place: Place }) {
  const words = hotSpotsText.value;
  const { code, name, state, status, lastDoseAt, wantedGapHours, windows, reviewDate } =
    place.properties;
  const isSelected = selectedId.value === place.id;
  const since =
    lastDoseAt === null
      ? words.never(wantedGapHours)
      : words.since(longHours((Date.now() - Date.parse(lastDoseAt)) / HOUR_MS), wantedGapHours);
  const isOverdue = reviewDate !== null && reviewDate < dateOf(Date.now());
  return (
    <button
      type="button"
      class={`spot-row${isSelected ? ' selected' : ''}${status === 'active' ? '' : ' dim'}`}
      aria-pressed={isSelected}
      onClick={() => {
        leaveDrawing();
        selectedId.value = place.id;
      }}
    >
      <StateMark state={state} />
      <b>
        {code} {name}
      </b>
      <span class="muted">{status === 'active' ? since : words.statuses[status]}</span>
      <span class="muted">{windows.map(windowText).join(' · ')}</span>
      {isOverdue && <strong class="overdue">{words.overdueReview(reviewDate)}</strong>}
    </button>
  );
}
