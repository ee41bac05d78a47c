/** The vector base map: muted areas and lines under the data, drawn from the GeoJSON that the server sends. */
import type { Signal } from '@preact/signals';
import type { Feature, FeatureCollection } from 'geojson';
import L from 'leaflet';
import { callOrSnapshot } from '../pwa/call-or-snapshot.ts';
import { propertiesOf } from './base-properties.ts';
import { addNames } from './names-layer.ts';

export interface BaseMap extends FeatureCollection {
  readonly attribution?: string;
  readonly schematic?: boolean;
}

/** From the ground up. */
const ORDER = [
  'water',
  'green',
  'square',
  'building',
  'path',
  'street',
  'crossing',
  'rail',
  'place',
];

/** Width of a line in metres on the ground, so that streets keep their weight at every zoom. */
const WIDTH_M: Readonly<Record<string, number>> = {
  major: 13,
  minor: 8,
  path: 4,
  rail: 5,
  crossing: 5,
};

let asked = false;

export async function loadBaseMap(into: Signal<BaseMap | null>): Promise<void> {
  if (asked || into.value) return;
  asked = true;
  try {
    into.value = (await callOrSnapshot('getBaseMap', {})) as unknown as BaseMap;
  } catch {
    // The hot spots stand without a map under them; the next map asks again.
    asked = false;
  }
}

interface DrawnLine {
  readonly line: L.Polyline;
  readonly feature: Feature;
}

/** Puts the base map under everything else. Called again (another language) it replaces what it drew. */
export function addBaseMap(
  map: L.Map,
  document: BaseMap,
  words: { readonly schematic: string },
): void {
  const pane = map.getPane('base') ?? map.createPane('base');
  pane.style.zIndex = '150';
  bases.get(map)?.remove();
  const group = L.layerGroup().addTo(map);
  bases.set(map, group);
  const features = inOrder(document.features);
  const lines = features.flatMap((feature) => drawFeature(group, feature));
  const setWidths = () => {
    for (const { line, feature } of lines) line.setStyle({ weight: widthOf(map, feature) });
  };
  setWidths();
  map.on('zoomend', setWidths);
  group.on('remove', () => map.off('zoomend', setWidths));
  addNames(map, features);
  addAttribution(map, document, words.schematic);
}

const bases = new WeakMap<L.Map, L.LayerGroup>();

/** Draws one feature; what it has of lines is given back, since their width follows the zoom. */
function drawFeature(group: L.LayerGroup, feature: Feature): DrawnLine[] {
  if (feature.geometry.type === 'Point') return [];
  const lines: DrawnLine[] = [];
  const drawn = L.geoJSON(feature, {
    pane: 'base',
    interactive: false,
    style: () => ({ className: classOf(feature) }),
  });
  drawn.eachLayer((layer) => {
    if (layer instanceof L.Polyline && !(layer instanceof L.Polygon))
      lines.push({ line: layer, feature });
  });
  group.addLayer(drawn);
  return lines;
}

function inOrder(features: readonly Feature[]): Feature[] {
  const rank = (feature: Feature) => ORDER.indexOf(propertiesOf(feature).kind);
  return [...features].sort((a, b) => rank(a) - rank(b));
}

function classOf(feature: Feature): string {
  const { kind, class: size } = propertiesOf(feature);
  return `base-${kind}${size ? ` base-${size}` : ''}`;
}

function widthOf(map: L.Map, feature: Feature): number {
  const { kind, class: size } = propertiesOf(feature);
  const metres = WIDTH_M[kind === 'street' ? (size ?? 'minor') : kind] ?? 6;
  return Math.max(1, metres / metresPerPixel(map));
}

/** Metres on the ground that one pixel of the map's middle spans (Web Mercator, 40 075 017 m round the equator). */
function metresPerPixel(map: L.Map): number {
  const latitude = (map.getCenter().lat * Math.PI) / 180;
  return (40_075_017 * Math.cos(latitude)) / (256 * 2 ** map.getZoom());
}

const attributions = new WeakMap<L.Map, L.Control.Attribution>();

function addAttribution(map: L.Map, { attribution, schematic }: BaseMap, label: string): void {
  attributions.get(map)?.remove();
  const control = L.control.attribution({ position: 'bottomleft', prefix: false });
  if (schematic) control.addAttribution(label);
  if (attribution) control.addAttribution(escapeHtml(attribution));
  control.addTo(map);
  attributions.set(map, control);
}

function escapeHtml(text: string): string {
  const holder = document.createElement('span');
  holder.textContent = text;
  return holder.innerHTML;
}
