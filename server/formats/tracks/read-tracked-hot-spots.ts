/** Reads the hot spots that tracks are held against: a FeatureCollection of areas, each with an id. */
import { checkGeometry } from '#core/geo/check-geometry.ts';
import type { TrackedHotSpot } from '#core/tracks/track-point.ts';
import { BadTrack } from './bad-track.ts';
import { fieldsOf, parseJson } from './json-fields.ts';

/** @throws BadTrack with the JSON pointer of what is wrong */
export function readTrackedHotSpots(text: string): TrackedHotSpot[] {
  const { type, features } = fieldsOf(parseJson(text));
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw new BadTrack('/type: it is no FeatureCollection');
  const hotSpots = features.map((feature: unknown, index) =>
    hotSpotOf(feature, `/features/${index}`),
  );
  const ids = hotSpots.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice !== -1) throw new BadTrack(`/features/${twice}/id: ${ids[twice]} stands twice`);
  return hotSpots;
}

function hotSpotOf(feature: unknown, path: string): TrackedHotSpot {
  const { id: own, properties, geometry } = fieldsOf(feature);
  const id = own ?? fieldsOf(properties).id;
  if (typeof id !== 'string' && typeof id !== 'number')
    throw new BadTrack(`${path}/id: it is missing`);
  const verdict = checkGeometry(geometry, { center: null, others: [] });
  if (verdict.ok) return { id: String(id), geometry: verdict.geometry };
  const [problem] = verdict.problems;
  throw new BadTrack(`${path}${problem?.path ?? ''}: ${problem?.code ?? 'no area'}`);
}
