/** A hot spot's card: what it says of the place and the time, its windows, its border and the borders it has had. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HotSpotGeometry } from '#core/model.ts';
import { call } from '../api.ts';
import { StateMark } from '../map/state-mark.tsx';
import { dateOf, decimal } from '../text/format.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { PlaceForm } from './place-form.tsx';
import { type Border, dashed, mode, type Place, setDraft } from './state.ts';
import { WindowsEditor } from './windows-editor.tsx';

interface PlaceCardProps {
  readonly place: Place;
  readonly canEdit: boolean;
}

export function PlaceCard({ place, canEdit }: PlaceCardProps) {
  const words = hotSpotsText.value;
  const { code, name, state, areaHa, perimeterM, whyHere } = place.properties;
  return (
    <div class="place-card">
      <h2>
        <StateMark state={state} /> {code} {name}
      </h2>
      <p class="muted">{words.area(decimal(areaHa, 2), decimal(perimeterM, 0))}</p>
      {canEdit ? <PlaceForm place={place} /> : <p>{whyHere}</p>}
      <WindowsEditor place={place} canEdit={canEdit} />
      <Borders place={place} canEdit={canEdit} />
    </div>
  );
}

function Borders({ place, canEdit }: PlaceCardProps) {
  const words = hotSpotsText.value.border;
  const borders = useSignal<readonly Border[]>([]);
  useEffect(() => {
    call('listBorders', { params: { id: place.id } })
      .then((reply) => {
        borders.value = reply.borders;
        dashed.value = reply.borders
          .slice(0, -1)
          .map(({ geometry }) => geometry as unknown as HotSpotGeometry);
        return reply;
      })
      .catch(() => null);
    return () => {
      dashed.value = [];
    };
  }, [place.properties.versionId]);
  return (
    <section>
      <h3>{words.title}</h3>
      {canEdit && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            mode.value = 'move';
            setDraft(place.geometry as unknown as HotSpotGeometry);
          }}
        >
          {words.move}
        </button>
      )}
      {borders.value.length > 1 && (
        <details open>
          <summary>{words.history}</summary>
          <ol class="borders">
            {borders.value.map(({ id, number, validFrom, areaHa }) => (
              <li key={id}>{words.version(number, dateOf(validFrom), decimal(areaHa, 2))}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
