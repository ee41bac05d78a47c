/** What an object is drawn as on the base map, from its tags. Null: it is not drawn. */
import type { OsmTags } from './osm-object.ts';

export interface MapKind {
  readonly kind: 'rail' | 'street' | 'path' | 'water' | 'green' | 'square' | 'building' | 'place';
  readonly class?: 'major' | 'minor' | 'service' | 'line';
}

const MAJOR = /^(motorway|trunk|primary|secondary|tertiary)(_link)?$/;
const MINOR = words('unclassified residential living_street road');
const PATHS = words('pedestrian footway path cycleway bridleway steps corridor track');
const RAILS = words('rail light_rail tram subway narrow_gauge');
const SIDINGS = words('yard siding spur crossover');
const PLACES = words('city town village hamlet suburb quarter neighbourhood square');
const GREEN: Readonly<Record<string, ReadonlySet<string>>> = {
  leisure: words('park garden pitch playground golf_course common track'),
  landuse: words('grass forest meadow cemetery village_green recreation_ground allotments orchard'),
  natural: words('wood scrub grassland heath'),
};
const STREAMS = words('river canal stream');

/** As a line. Ways under ground (`tunnel` of a railway, `indoor`) are left to the walking network. */
export function lineKind(tags: OsmTags): MapKind | null {
  const { highway = '', railway = '', waterway = '' } = tags;
  if (tags.indoor === 'yes') return null;
  if (MAJOR.test(highway)) return { kind: 'street', class: 'major' };
  if (MINOR.has(highway)) return { kind: 'street', class: 'minor' };
  if (highway === 'service') return { kind: 'street', class: 'service' };
  if (PATHS.has(highway)) return { kind: 'path' };
  if (RAILS.has(railway) && tags.tunnel !== 'yes')
    return { kind: 'rail', class: SIDINGS.has(tags.service ?? '') ? 'minor' : 'major' };
  if ((STREAMS.has(waterway) && tags.tunnel === undefined) || tags.natural === 'coastline')
    return { kind: 'water', class: 'line' };
  return null;
}

/** As an area: of a closed way, or of a multipolygon. */
export function areaKind(tags: OsmTags): MapKind | null {
  if (isSquare(tags)) return { kind: 'square' };
  if (isWater(tags)) return { kind: 'water' };
  if (tags.building && tags.building !== 'no') return { kind: 'building' };
  const isGreen = Object.entries(GREEN).some(([key, values]) => values.has(tags[key] ?? ''));
  return isGreen ? { kind: 'green' } : null;
}

function isSquare(tags: OsmTags): boolean {
  const isArea = tags.area === 'yes' || tags.type === 'multipolygon';
  return tags.place === 'square' || (tags.highway === 'pedestrian' && isArea);
}

const isWater = (tags: OsmTags): boolean =>
  tags.natural === 'water' ||
  tags.landuse === 'reservoir' ||
  tags.landuse === 'basin' ||
  tags.waterway === 'riverbank' ||
  tags.waterway === 'dock';

/** A node with a name to orient by: a part of the town or a station. */
export const isNamedPlace = (tags: OsmTags): boolean =>
  tags.name !== undefined &&
  (PLACES.has(tags.place ?? '') || tags.railway === 'station' || tags.railway === 'halt');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
