/** Where what a promise is counted from can be read in full, for those who may. */
import type { LocalDate } from '#core/model.ts';
import { may } from '../state/session.ts';
import type { Line } from './forecast-text.ts';
import { addressOfYear } from './year-scope.ts';

/** @param until the last day that is counted; null: there is no such page, or the reader may not open it */
export function addressOfSource(
  { source, municipality, from, to }: Pick<Line, 'source' | 'municipality' | 'from' | 'to'>,
  until: LocalDate,
): string | null {
  const last = until < to ? until : to;
  if (source === 'walks') return may('listWalks') ? '/loften/vandringar' : null;
  if (source === 'activities') {
    const year = Number((last < from ? from : last).slice(0, 4));
    return may('listActivities')
      ? addressOfYear('/loften/aktiviteter', { year, municipality })
      : null;
  }
  if (source === 'hand' || last < from || !may('getCoverage')) return null;
  return `/tackning?from=${from}&to=${last}&kommun=${municipality}`;
}
