/** The year and municipality of a page of the ledger, as its address says them: `?ar=2026&kommun=0482`. */
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { LocalDate } from '#core/model.ts';
import { role, session } from '../state/session.ts';
import { calendarRules, settings } from '../state/settings.ts';

export interface YearScope {
  readonly year: number;
  /** Empty: all. */
  readonly municipality: string;
}

export const today = (): LocalDate => operationalDateOf(calendarRules(), Date.now());

/** What cannot be read is this year. */
export function readYearScope(query: Readonly<Record<string, string | undefined>>): YearScope {
  const { ar = '', kommun = '' } = query;
  const year = /^20\d\d$/.test(ar) ? Number(ar) : Number(today().slice(0, 4));
  return { year, municipality: /^\d{4}$/.test(kommun) ? kommun : '' };
}

export function addressOfYear(path: string, { year, municipality }: YearScope): string {
  return `${path}?ar=${year}${municipality && `&kommun=${municipality}`}`;
}

export function yearQuery({ year, municipality }: YearScope) {
  return { from: `${year}-01-01`, to: `${year}-12-31`, ...(municipality && { municipality }) };
}

/** Whose promise or activity a new one is, unless another is chosen: one's own municipality's, else the first. */
export function homeMunicipality(chosen = ''): string {
  const own = role.value === 'municipality' ? session.value?.user.municipality : null;
  return own ?? (chosen || settings.value?.municipalities[0]?.code || '');
}
