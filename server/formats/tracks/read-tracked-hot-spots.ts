/** Reads the hot spots that tracks are held against: a FeatureCollection of areas, each with an id. */
import { checkGeometry } from '#core/geo/check-geometry.ts';
import type { TrackedHotSpot } from '#core/tracks/track-point.ts';
import { atPointer, BadTrack } from './bad-track.ts';
import { fieldsOf, parseJson } from './json-fields.ts';

/** @throws BadTrack with the JSON pointer of what is wrong */
export function readTrackedHotSpots(text: string): TrackedHotSpot[] {
  const { type, features } = fieldsOf(parseJson(text));
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    throw refusal('/type', 'den är ingen FeatureCollection', 'it is no FeatureCollection');
  const hotSpots = features.map((feature: unknown, index) =>
    hotSpotOf(feature, `/features/${index}`),
  );
  const ids = hotSpots.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice === -1) return hotSpots;
  const id = ids[twice] ?? '';
  throw refusal(`/features/${twice}/id`, `${id} står två gånger`, `${id} stands twice`);
}

function hotSpotOf(feature: unknown, path: string): TrackedHotSpot {
  const { id: own, properties, geometry } = fieldsOf(feature);
  const id = own ?? fieldsOf(properties).id;
  if (typeof id !== 'string' && typeof id !== 'number')
    throw refusal(`${path}/id`, 'det saknas', 'it is missing');
  const verdict = checkGeometry(geometry, { center: null, others: [] });
  if (verdict.ok) return { id: String(id), geometry: verdict.geometry };
  const [problem] = verdict.problems;
  const code = problem?.code ?? 'no area';
  throw refusal(`${path}${problem?.path ?? ''}`, code, code);
}

const refusal = (pointer: string, sv: string, en: string) =>
  new BadTrack(atPointer(pointer), { sv, en });
