/** The hot spots with their borders and tags: fetched once, for the map and the filter. */
import { signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import { may } from '../state/session.ts';

export type Places = WireReply<'listHotSpots'>['features'];

export const places = signal<Places>([]);

/** Without borders there is still the table. */
export async function loadPlaces(): Promise<void> {
  if (!may('listHotSpots')) return;
  try {
    places.value = (await call('listHotSpots', { query: {} })).features;
  } catch {
    places.value = [];
  }
}

/** Every tag that some hot spot has, and the one that is chosen. */
export function tagsOf(chosen: string): string[] {
  const known = places.value.flatMap(({ properties }) => properties.tags);
  return [...new Set([...known, chosen].filter(Boolean))].sort((a, b) => a.localeCompare(b, 'sv'));
}
