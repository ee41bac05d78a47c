/** Names of streets, places and waters; those that would collide are left out, the wider street first served. */
import type { Feature, Position } from 'geojson';
import L from 'leaflet';
import { propertiesOf } from './base-properties.ts';
import { straightStretch } from './straight-stretch.ts';

interface Name {
  readonly text: string;
  readonly kind: string;
  readonly at: L.LatLng;
  /** Two points of the line that it runs along; null: it stands level. */
  readonly along: readonly [L.LatLng, L.LatLng] | null;
  readonly rank: number;
}

/** From which zoom a kind is named. */
const FROM_ZOOM: Readonly<Record<string, number>> = {
  place: 13,
  water: 13,
  green: 15,
  square: 15,
  street: 14.5,
  rail: 14.5,
  path: 17,
  crossing: 15.5,
};

const layers = new WeakMap<L.Map, L.LayerGroup>();

export function addNames(map: L.Map, features: readonly Feature[]): void {
  const names = features.flatMap(nameOf).sort((a, b) => a.rank - b.rank);
  layers.get(map)?.remove();
  const group = L.layerGroup().addTo(map);
  layers.set(map, group);
  const draw = () => drawNames(map, group, names);
  map.on('zoomend viewreset', draw);
  draw();
}

const toLatLng = ([lon = 0, lat = 0]: Position): L.LatLng => L.latLng(lat, lon);

function nameOf(feature: Feature): Name[] {
  const { name, kind, class: size } = propertiesOf(feature);
  if (!name) return [];
  const { geometry } = feature;
  const rank =
    ['place', 'water', 'rail', 'street', 'square', 'green', 'crossing', 'path'].indexOf(kind) * 2 +
    (size === 'major' ? 0 : 1);
  if (geometry.type === 'Point')
    return [{ text: name, kind, at: toLatLng(geometry.coordinates), along: null, rank }];
  if (geometry.type === 'LineString') return alongLine(name, kind, geometry.coordinates, rank);
  if (geometry.type === 'Polygon')
    return [{ text: name, kind, at: middleOf(geometry.coordinates[0] ?? []), along: null, rank }];
  return [];
}

function alongLine(text: string, kind: string, line: readonly Position[], rank: number): Name[] {
  const along = straightStretch(line.map(toLatLng));
  if (!along) return [];
  const at = L.latLng((along[0].lat + along[1].lat) / 2, (along[0].lng + along[1].lng) / 2);
  return [{ text, kind, at, along, rank }];
}

function middleOf(ring: readonly Position[]): L.LatLng {
  return L.latLngBounds(ring.map(toLatLng)).getCenter();
}

/** Pixels between two mentions of a street: an imported one comes in many pieces. */
const SAME_NAME_APART = 400;

interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

function drawNames(map: L.Map, group: L.LayerGroup, names: readonly Name[]): void {
  group.clearLayers();
  const taken: Box[] = [];
  const zoom = map.getZoom();
  for (const name of names) {
    if (zoom < (FROM_ZOOM[name.kind] ?? 16)) continue;
    const { x, y } = map.latLngToLayerPoint(name.at);
    const r = name.text.length * 3.4;
    if (name.along && lengthOn(map, name.along) < r * 1.4) continue;
    const box = { text: name.text, x, y, r };
    if (taken.some((other) => collide(box, other))) continue;
    taken.push(box);
    group.addLayer(marker(map, name));
  }
}

function collide(one: Box, other: Box): boolean {
  const [dx, dy] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
  if (one.text === other.text && Math.hypot(dx, dy) < SAME_NAME_APART) return true;
  return dx < one.r + other.r && dy < 16;
}

function lengthOn(map: L.Map, [from, to]: readonly [L.LatLng, L.LatLng]): number {
  return map.latLngToLayerPoint(from).distanceTo(map.latLngToLayerPoint(to));
}

function marker(map: L.Map, name: Name): L.Marker {
  const text = document.createElement('span');
  text.textContent = name.text;
  text.style.transform = `translate(-50%, -50%) rotate(${angleOf(map, name.along)}deg)`;
  const icon = L.divIcon({
    className: `map-name map-name-${name.kind}`,
    html: text,
    iconSize: [0, 0],
  });
  return L.marker(name.at, { icon, interactive: false, keyboard: false, pane: 'overlayPane' });
}

/** Never upside down. */
function angleOf(map: L.Map, along: Name['along']): number {
  if (!along) return 0;
  const [from, to] = along.map((point) => map.latLngToLayerPoint(point));
  if (!from || !to) return 0;
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  return degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
}
