/** Which ways a foot patrol can take, from their tags (OpenStreetMap wiki: Key:highway, Key:access, Key:foot). */
import type { OsmTags } from './osm-object.ts';

/** Walked unless a tag forbids it. A cycleway too: in Sweden it is a walking and cycling way unless signed otherwise. */
const WALKED = words(
  'primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential ' +
    'living_street service track road pedestrian footway path cycleway bridleway steps corridor ' +
    'platform elevator crossing',
);
/** Walked only where a tag says so. */
const ROADS_FOR_CARS = words('trunk trunk_link busway bus_guideway');
const FORBIDDEN = words('no private agricultural forestry delivery military');
const ALLOWED = words('yes designated permissive official destination public');
/** Not `separate`: that sidewalk is a way of its own. */
const SIDEWALKS = words('both left right yes');

/** Whether one can walk the way. `foot` overrides `access`; what is being built or is gone is not walked. */
export function isWalkable(tags: OsmTags): boolean {
  const kind = tags.highway ?? (isPlatform(tags) ? 'platform' : '');
  const foot = tags.foot ?? '';
  if (FORBIDDEN.has(foot) || foot === 'use_sidepath') return false;
  if (ALLOWED.has(foot)) return WALKED.has(kind) || ROADS_FOR_CARS.has(kind);
  if (FORBIDDEN.has(tags.access ?? '') || tags.motorroad === 'yes') return false;
  if (ROADS_FOR_CARS.has(kind)) return SIDEWALKS.has(tags.sidewalk ?? '');
  return WALKED.has(kind);
}

const isPlatform = (tags: OsmTags): boolean =>
  tags.railway === 'platform' || tags.public_transport === 'platform';

/** A place that is walked across, not only along its edge: a square. */
export const isWalkedAcross = (tags: OsmTags): boolean =>
  isWalkable(tags) &&
  (tags.area === 'yes' || tags.type === 'multipolygon') &&
  (tags.highway !== undefined || isPlatform(tags));

/** Whether a node stops who walks: a gate or fence that is shut to them. Ways may meet there without a way through. */
export function stopsWalkers(tags: OsmTags): boolean {
  if (!tags.barrier || ALLOWED.has(tags.foot ?? '')) return false;
  if (FORBIDDEN.has(tags.foot ?? '') || tags.locked === 'yes') return true;
  return FORBIDDEN.has(tags.access ?? '') || tags.barrier === 'wall' || tags.barrier === 'fence';
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
