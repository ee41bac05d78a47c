import { places } from './state.ts';

/** Code and name of a hot spot; one that has been closed meanwhile has neither. */
export function placeOf(id: string): { readonly code: string; readonly name: string } {
  return places.value.find((place) => place.id === id)?.properties ?? { code: '?', name: '' };
}
