/** A line across the area: the first part stays this hot spot's, the second is drawn on as a new one. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { v7 as uuid } from 'uuid';
import type { SplitRefusal } from '#core/geo/split-polygon.ts';
import type { HotSpotGeometry, LonLat } from '#core/model.ts';
import { call } from '../api.ts';
import { splitLine } from './drawing.ts';
import { draft, keep, mode, type Place, selected, setDraft } from './state.ts';

/** Splits when a line has been drawn; gives why the last line would not do. */
export function useSplit(onFailure: (error: unknown) => void): SplitRefusal | null {
  const refusal = useSignal<SplitRefusal | null>(null);
  const line = splitLine.value;
  useEffect(() => {
    const place = selected.value;
    const area = draft.value;
    if (!line || !area || !place) return;
    splitLine.value = null;
    splitAndSave(place, area, line)
      .then((code) => {
        refusal.value = code;
        return code;
      })
      .catch(onFailure);
  }, [line]);
  return refusal.value;
}

async function splitAndSave(
  place: Place,
  area: HotSpotGeometry,
  line: readonly LonLat[],
): Promise<SplitRefusal | null> {
  const { splitPolygon } = await import('#core/geo/split-polygon.ts');
  const split = splitPolygon(area, line);
  if (!split.ok) return split.code;
  const [first, second] = split.parts;
  if (!first || !second) return 'line-does-not-cut';
  const saved = await call('moveBorder', {
    params: { id: place.id },
    body: { versionId: uuid(), geometry: { ...first } },
    ifMatch: place.properties.revision,
  });
  keep(saved);
  mode.value = 'draw';
  setDraft(second);
  return null;
}
