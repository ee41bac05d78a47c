/** The base map of an extract: GeoJSON with what it is drawn as (`kind`, `class`) and its name. */
import type { Feature, Geometry, Position } from 'geojson';
import type { LonLat } from '#core/model.ts';
import {
  type AreaRings,
  isClosed,
  locateArea,
  ringsOfRelation,
  ringsOfWay,
} from './assemble-area.ts';
import type { Extract } from './collect.ts';
import { areaKind, lineKind, type MapKind } from './map-kind.ts';
import type { OsmTags, OsmWay } from './osm-object.ts';

export const OSM_ATTRIBUTION = '© OpenStreetMap contributors, ODbL';

export interface BaseMapDocument {
  readonly type: 'FeatureCollection';
  readonly schematic: false;
  readonly attribution: string;
  readonly features: readonly Feature[];
}

export interface BuiltBaseMap {
  readonly baseMap: BaseMapDocument;
  /** Areas whose border is not whole in the extract; of them is drawn what could be closed. */
  readonly brokenAreas: number;
}

/** 6 decimals: a decimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const toPosition = ([lon, lat]: LonLat): Position => [round(lon), round(lat)];

export function buildBaseMap(extract: Extract): BuiltBaseMap {
  const areas = areaFeatures(extract);
  const lines = [...uniqueWays(extract)].flatMap((way) => lineFeatures(way, extract));
  const places = extract.places.map(({ tags, lonLat }) =>
    feature({ kind: 'place' }, tags, { type: 'Point', coordinates: toPosition(lonLat) }),
  );
  const features = [...areas.features, ...lines, ...places];
  return {
    baseMap: {
      type: 'FeatureCollection',
      schematic: false,
      attribution: OSM_ATTRIBUTION,
      features,
    },
    brokenAreas: areas.broken,
  };
}

function feature(kind: MapKind, { name }: OsmTags, geometry: Geometry): Feature {
  return { type: 'Feature', properties: { ...kind, ...(name && { name }) }, geometry };
}

/** One of the ways that run through the same nodes, where an extract was stitched together. */
function* uniqueWays({ ways }: Extract): Generator<OsmWay> {
  const seen = new Set<string>();
  for (const way of ways.values()) {
    const course = way.refs.join(' ');
    if (!seen.has(course)) yield way;
    seen.add(course);
  }
}

function lineFeatures({ refs, tags }: OsmWay, { positions }: Extract): Feature[] {
  const kind = lineKind(tags);
  if (!kind || (isClosed(refs) && areaKind(tags)?.kind === 'square')) return [];
  return runs(refs, positions).map((coordinates) =>
    feature(kind, tags, { type: 'LineString', coordinates }),
  );
}

/** The stretches of a way between missing nodes. */
function runs(refs: readonly number[], positions: ReadonlyMap<number, LonLat>): Position[][] {
  const found: Position[][] = [[]];
  for (const ref of refs) {
    const at = positions.get(ref);
    if (at) found.at(-1)?.push(toPosition(at));
    else found.push([]);
  }
  return found.filter((run) => run.length > 1);
}

function areaFeatures(extract: Extract): { features: Feature[]; broken: number } {
  const features: Feature[] = [];
  let broken = 0;
  const add = (kind: MapKind, tags: OsmTags, rings: AreaRings) => {
    const { geometry, isWhole } = locateArea(rings, extract.positions);
    if (!isWhole) broken += 1;
    for (const polygon of geometry.coordinates) {
      const coordinates = polygon.map((ring) =>
        ring.map(([lon = 0, lat = 0]) => toPosition([lon, lat])),
      );
      features.push(feature(kind, tags, { type: 'Polygon', coordinates }));
    }
  };
  for (const relation of extract.areas) {
    const kind = areaKind(relation.tags);
    if (kind) add(kind, relation.tags, ringsOfRelation(relation, extract.ways));
  }
  for (const way of uniqueWays(extract)) {
    const kind = areaKind(way.tags);
    if (kind && (isClosed(way.refs) || !lineKind(way.tags))) add(kind, way.tags, ringsOfWay(way));
  }
  return { features, broken };
}
