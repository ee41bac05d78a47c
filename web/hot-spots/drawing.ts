/** Drawing and editing a border on the map with Geoman; the draft signal is the truth, the layer follows it. */
import { effect, signal } from '@preact/signals';
import type { Geometry, LineString, Polygon } from 'geojson';
import L from 'leaflet';
import type { HotSpotGeometry, LonLat } from '#core/model.ts';
import { draft, mode, setDraft } from './state.ts';

/** What the next drawn shape is for. */
export type Purpose = 'border' | 'hole' | 'split';
export const purpose = signal<Purpose>('border');
/** A line across the area, once drawn. */
export const splitLine = signal<readonly LonLat[] | null>(null);

export interface Drawing {
  readonly remove: () => void;
}

const STYLE = { className: 'draft-border' };

export function attachDrawing(map: L.Map): Drawing {
  const group = L.featureGroup().addTo(map);
  let own: HotSpotGeometry | null = null;
  const stopFollowing = effect(() => {
    if (draft.value === own && draft.value !== null) return;
    own = draft.value;
    show(group, draft.value, (geometry) => {
      own = geometry;
      setDraft(geometry);
    });
  });
  const stopTools = effect(() => startTool(map));
  map.on('pm:create', (event) => {
    const { geometry } = (event.layer as L.Polygon).toGeoJSON() as { geometry: Geometry };
    event.layer.remove();
    take(geometry);
  });
  return {
    remove: () => {
      stopFollowing();
      stopTools();
      group.remove();
    },
  };
}

/** Which tool is at hand follows from the mode, what is drawn already, and what the next shape is for. */
function startTool(map: L.Map): void {
  if (!map.pm) return;
  const isDrawing = mode.value === 'draw' || mode.value === 'move';
  const next = purpose.value;
  map.pm.disableDraw();
  if (!isDrawing) return;
  if (next === 'split') map.pm.enableDraw('Line', { snappable: false, tooltips: false });
  else if (next === 'hole' || draft.value === null)
    map.pm.enableDraw('Polygon', { snappable: true, tooltips: false, pathOptions: STYLE });
}

function take(geometry: Geometry): void {
  const next = purpose.value;
  purpose.value = 'border';
  if (next === 'split')
    splitLine.value = (geometry as LineString).coordinates as unknown as LonLat[];
  else if (next === 'hole') setDraft(withHole(draft.value, geometry as Polygon));
  else setDraft(geometry as HotSpotGeometry);
}

function withHole(area: HotSpotGeometry | null, hole: Polygon): HotSpotGeometry | null {
  const [ring] = hole.coordinates;
  if (area?.type !== 'Polygon' || !ring) return area;
  return { type: 'Polygon', coordinates: [...area.coordinates, ring] };
}

function show(
  group: L.FeatureGroup,
  geometry: HotSpotGeometry | null,
  onEdit: (geometry: HotSpotGeometry) => void,
): void {
  group.clearLayers();
  if (!geometry) return;
  const shape = L.geoJSON(geometry, { style: () => STYLE });
  group.addLayer(shape);
  shape.eachLayer((layer) => {
    if (!(layer instanceof L.Polygon) || !layer.pm) return;
    layer.pm.enable({ allowSelfIntersection: true, snappable: true });
    layer.on('pm:edit', () => onEdit(layer.toGeoJSON().geometry));
  });
}
