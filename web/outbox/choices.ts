/** What somebody can do about a refused item, by what the server said. Pure. */
import type { KeptItem, RefusedItem } from './item.ts';
import { joinedNote, mineOf, standing } from './resolve.ts';

export type Choice =
  | 'make-one'
  | 'keep-two'
  | 'end-other'
  | 'mend-time'
  | 'mend-note'
  | 'again'
  | 'drop';

const TIMES = new Set(['/startedAt', '/endedAt']);

/** In the order in which they are offered. */
export function choicesFor(refused: RefusedItem, items: readonly KeptItem[]): readonly Choice[] {
  const { problem, item } = refused;
  const fits = notesFit(refused, items) ? (['make-one'] as const) : [];
  switch (problem.code) {
    case 'visit-twice':
      return [...fits, 'keep-two'];
    case 'visit-open':
      if (item.kind !== 'create-visit') return ['again', 'drop'];
      return [...(isSamePlace(refused) ? fits : []), 'end-other', 'drop'];
    case 'version-conflict':
      return [...fits, 'drop'];
    case 'personal-data-in-note':
      return ['mend-note', 'drop'];
    case 'invalid-input':
      return problem.errors.some(({ field }) => TIMES.has(field))
        ? ['mend-time', 'drop']
        : ['again', 'drop'];
    default:
      return ['again', 'drop'];
  }
}

function notesFit(refused: RefusedItem, items: readonly KeptItem[]): boolean {
  const current = standing(refused);
  return current !== null && joinedNote(current.note, mineOf({ items }, current).note) !== null;
}

function isSamePlace(refused: RefusedItem): boolean {
  const { item } = refused;
  return item.kind === 'create-visit' && standing(refused)?.hotSpotId === item.body.hotSpotId;
}
