/** Hot spots: list, map and card are twins; what is chosen in one is chosen in all. */
import './hot-spots.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Empty, Failed, Loading } from '../frame/states.tsx';
import { may } from '../state/session.ts';
import { hotSpotsText } from '../text/hot-spots.ts';
import { BorderEditor } from './border-editor.tsx';
import { ImportPanel } from './import-panel.tsx';
import { PlaceCard } from './place-card.tsx';
import { PlaceList } from './place-list.tsx';
import { PlacesMap } from './places-map.tsx';
import {
  leaveDrawing,
  load,
  loading,
  mode,
  places,
  problem,
  selected,
  selectedId,
} from './state.ts';

export function HotSpotsScreen() {
  const isDrawingReady = useSignal(false);
  const canEdit = may('createHotSpot');
  useEffect(() => {
    void load();
    // Geoman hooks itself into maps that are made after it: so it comes before the map, and only for those who draw.
    if (!canEdit) isDrawingReady.value = true;
    else
      void import('./drawing-tool.ts').then(() => {
        isDrawingReady.value = true;
        return null;
      });
  }, []);
  if (loading.value || !isDrawingReady.value) return <Loading />;
  if (problem.value && places.value.length === 0)
    return <Failed error={problem.value} again={() => void load()} />;
  const isChosen = selected.value !== null || mode.value !== 'view';
  return (
    <div class={isChosen ? 'spots chosen' : 'spots'}>
      <PlaceList canEdit={canEdit} />
      <PlacesMap />
      <aside class="spots-card" aria-live="polite">
        {isChosen && (
          <button type="button" class="button small quiet back" onClick={backToList}>
            ← {hotSpotsText.value.back}
          </button>
        )}
        <Pane canEdit={canEdit} />
      </aside>
    </div>
  );
}

/** On a narrow screen the list and what is chosen take turns. */
function backToList(): void {
  leaveDrawing();
  selectedId.value = null;
}

function Pane({ canEdit }: { canEdit: boolean }) {
  const { empty } = hotSpotsText.value;
  if (mode.value === 'import') return <ImportPanel />;
  if (mode.value === 'draw' || mode.value === 'move') return <BorderEditor />;
  if (selected.value)
    return <PlaceCard key={selected.value.id} place={selected.value} canEdit={canEdit} />;
  if (places.value.length > 0) return null;
  return (
    <Empty title={empty.title}>
      <p class="muted">{empty.text}</p>
    </Empty>
  );
}
