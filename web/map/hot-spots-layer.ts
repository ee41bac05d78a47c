/** Hot spots on the map: outlined areas with a label pill (sign, code, number), reachable by mouse and keyboard. */
import type { Geometry } from 'geojson';
import L from 'leaflet';
import type { HotSpotState } from '#core/dosage/hot-spot-state.ts';
import { glyphOf } from './state-mark.tsx';

export interface MapHotSpot {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: HotSpotState;
  /** The short figure beside the code: hours since the last dose, doses of promised … */
  readonly figure: string;
  /** Read out after code and figure to who cannot see the map. */
  readonly spoken: string;
  readonly geometry: unknown;
  readonly labelPoint: readonly [lon: number, lat: number];
}

export interface HotSpotsLayer {
  readonly update: (hotSpots: readonly MapHotSpot[], selected: string | null) => void;
  /** Moves the map so that all (or the given) hot spots are seen. */
  readonly fit: (ids?: readonly string[], padding?: L.FitBoundsOptions) => void;
  readonly remove: () => void;
}

const OFFSETS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -26],
  [0, 26],
  [46, 0],
  [-46, 0],
  [46, -26],
  [-46, 26],
  [0, -52],
  [0, 52],
];

/** @param onSelect called with a hot spot's id on click, Enter or space */
export function hotSpotsLayer(map: L.Map, onSelect: (id: string) => void): HotSpotsLayer {
  const group = L.layerGroup().addTo(map);
  let shown: readonly MapHotSpot[] = [];
  let chosen: string | null = null;
  const draw = () => {
    group.clearLayers();
    for (const hotSpot of shown) group.addLayer(areaOf(hotSpot, hotSpot.id === chosen, onSelect));
    for (const label of placed(map, shown))
      group.addLayer(labelOf(label, label.hotSpot.id === chosen, onSelect));
  };
  map.on('zoomend', draw);
  return {
    update: (hotSpots, selected) => {
      shown = hotSpots;
      chosen = selected;
      draw();
    },
    fit: (ids, padding) =>
      fit(map, ids ? shown.filter(({ id }) => ids.includes(id)) : shown, padding),
    remove: () => {
      map.off('zoomend', draw);
      group.remove();
    },
  };
}

function fit(map: L.Map, hotSpots: readonly MapHotSpot[], padding: L.FitBoundsOptions = {}): void {
  const bounds = L.latLngBounds([]);
  for (const { geometry } of hotSpots) bounds.extend(L.geoJSON(geometry as Geometry).getBounds());
  if (bounds.isValid())
    map.fitBounds(bounds, { padding: [48, 48], maxZoom: 17, animate: false, ...padding });
}

function areaOf(hotSpot: MapHotSpot, isSelected: boolean, onSelect: (id: string) => void): L.Layer {
  const className = `hot-spot-area ${hotSpot.state}${isSelected ? ' selected' : ''}`;
  const area = L.geoJSON(hotSpot.geometry as Geometry, { style: () => ({ className }) });
  area.on('click', () => onSelect(hotSpot.id));
  return area;
}

interface Label {
  readonly hotSpot: MapHotSpot;
  readonly at: L.LatLng;
}

/** Each label stands at its area's label point, or beside it where another stands already. */
function placed(map: L.Map, hotSpots: readonly MapHotSpot[]): Label[] {
  const taken: L.Point[] = [];
  return hotSpots.map((hotSpot) => {
    const [lon, lat] = hotSpot.labelPoint;
    const home = map.latLngToLayerPoint([lat, lon]);
    const free = (point: L.Point) =>
      taken.every((other) => Math.abs(other.x - point.x) > 74 || Math.abs(other.y - point.y) > 24);
    const candidates = OFFSETS.map(([x, y]) => home.add([x, y]));
    const point = candidates.find(free) ?? home;
    taken.push(point);
    return { hotSpot, at: map.layerPointToLatLng(point) };
  });
}

function labelOf(
  { hotSpot, at }: Label,
  isSelected: boolean,
  onSelect: (id: string) => void,
): L.Marker {
  const pill = document.createElement('span');
  pill.className = `hot-spot-pill ${hotSpot.state}${isSelected ? ' selected' : ''}`;
  for (const [className, text] of [
    ['state-mark', glyphOf(hotSpot.state)],
    ['code', hotSpot.code],
    ['figure', hotSpot.figure],
    ['visually-hidden', hotSpot.spoken],
  ] as const) {
    const part = document.createElement('span');
    part.className = className === 'state-mark' ? `state-mark ${hotSpot.state}` : className;
    part.textContent = text;
    if (className === 'state-mark') part.ariaHidden = 'true';
    pill.append(part, ' ');
  }
  const icon = L.divIcon({ className: 'hot-spot-label', html: pill, iconSize: [0, 0] });
  const label = L.marker(at, {
    icon,
    keyboard: true,
    riseOnHover: true,
    zIndexOffset: isSelected ? 1000 : 0,
  });
  label.on('click keypress', (event) => {
    const key = (event as L.LeafletKeyboardEvent).originalEvent?.key;
    if (event.type === 'click' || key === 'Enter' || key === ' ') onSelect(hotSpot.id);
  });
  label.on('add', () => {
    const element = label.getElement();
    element?.setAttribute('role', 'button');
    element?.setAttribute('aria-pressed', String(isSelected));
  });
  return label;
}
