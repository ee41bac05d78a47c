/** Where a point is: where one stands, a press on the map, or its coordinates. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isPhone } from '../state/theme.ts';
import { walksText } from '../text/walks.ts';
import type { Draft } from './draft.ts';
import type { PointDraft } from './point-draft.ts';
import { readPosition } from './read-positions.ts';
import { formPlace, report } from './state.ts';
import { PlaceMap } from './walk-map.tsx';

/** A phone that has found nothing by then is under a roof: the map is quicker. */
const FIND_WITHIN_MS = 15_000;

/** A decimetre and a half: what is typed back is what was shown. */
const shown = (degrees: number | undefined): string =>
  degrees === undefined ? '' : degrees.toFixed(6);

export function PlaceFields({ draft }: { draft: Draft<PointDraft> }) {
  const words = walksText.value;
  const state = useSignal<'idle' | 'finding' | 'failed'>('idle');
  const { lonLat } = draft.value.value;
  const find = () => {
    state.value = 'finding';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        formPlace.value = [coords.longitude, coords.latitude];
        state.value = 'idle';
      },
      () => {
        state.value = 'failed';
      },
      { enableHighAccuracy: true, timeout: FIND_WITHIN_MS },
    );
  };
  return (
    <fieldset class="place-fields">
      <legend>{words.points.place}</legend>
      <div class="row">
        <button
          type="button"
          class="button big"
          disabled={state.value === 'finding'}
          onClick={find}
        >
          {state.value === 'finding' ? words.points.finding : words.points.here}
        </button>
        {lonLat && (
          <button type="button" class="button big" onClick={() => (formPlace.value = null)}>
            {words.points.clearPlace}
          </button>
        )}
      </div>
      <p class="hint" role="status">
        {state.value === 'failed' ? words.points.noPosition : words.map.placing}
      </p>
      {isPhone() && report.value && <PlaceMap shown={report.value} />}
      <Coordinates lat={shown(lonLat?.[1])} lon={shown(lonLat?.[0])} />
    </fieldset>
  );
}

function Coordinates({ lat, lon }: { lat: string; lon: string }) {
  const words = walksText.value.points;
  const typed = useSignal({ lat, lon });
  const isBad = useSignal(false);
  useEffect(() => {
    typed.value = { lat, lon };
    isBad.value = false;
  }, [lat, lon]);
  /** On `change`, which comes before the form is sent by Enter too. */
  const take = () => {
    const said = typed.value;
    if (said.lat === '' && said.lon === '') formPlace.value = null;
    if (said.lat === '' || said.lon === '') return;
    const found = readPosition(`${said.lat}; ${said.lon}`);
    isBad.value = found === null;
    if (found) formPlace.value = found;
  };
  return (
    <>
      <div class="fields two">
        {(['lat', 'lon'] as const).map((part) => (
          <label class="field" key={part}>
            <span>{words[part]}</span>
            <input
              ref={(input) => input?.setCustomValidity(isBad.value ? words.badPlace : '')}
              inputMode="decimal"
              required={typed.value.lat !== '' || typed.value.lon !== ''}
              aria-invalid={isBad.value}
              value={typed.value[part]}
              onInput={(event) => {
                typed.value = { ...typed.value, [part]: event.currentTarget.value.trim() };
                isBad.value = false;
              }}
              onChange={take}
            />
          </label>
        ))}
      </div>
      {isBad.value && (
        <p class="late" role="alert">
          {words.badPlace}
        </p>
      )}
    </>
  );
}
