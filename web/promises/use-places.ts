/** Hot spots to choose from. */
import type { WireInput, WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

type Place = WireReply<'listHotSpots'>['features'][number];

export const usePlaces = (
  query: WireInput<'listHotSpots'>['query'] = {},
): Loaded<readonly Place[]> =>
  useLoaded('places', async (signal) => (await call('listHotSpots', { query, signal })).features);
