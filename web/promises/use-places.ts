/** Hot spots to choose from; none until the server has answered. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WireInput, WireReply } from '#contract/api.ts';
import { call } from '../api.ts';

type Place = WireReply<'listHotSpots'>['features'][number];

export function usePlaces(
  query: WireInput<'listHotSpots'>['query'] = {},
): Signal<readonly Place[]> {
  const places = useSignal<readonly Place[]>([]);
  useEffect(() => {
    const ask = async () => {
      places.value = (await call('listHotSpots', { query })).features;
    };
    void ask();
  }, []);
  return places;
}
