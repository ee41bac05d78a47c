/** A small tertial for tests: Flen's three best known places and four promises. */
import type { LedgerLine } from '#core/promises/ledger-line.ts';
import type { PlaceFigures, TertialReport } from '#core/publication/tertial-report.ts';

const YEAR = { from: '2026-01-01', to: '2026-12-31', municipality: '0482' };

export const WALKS_ID = '01900000-0000-7000-8000-000000000007';
export const DOSES_ID = '01900000-0000-7000-8000-000000000006';
export const SUPPORT_ID = '01900000-0000-7000-8000-000000000003';

export const DOSES: LedgerLine = {
  ...YEAR,
  id: DOSES_ID,
  number: 6,
  sentence: 'Vi ska synas mer i centrala Flen och vid järnvägsstationen genom riktad fotpatrull.',
  owner: 'police',
  source: 'doses',
  measure: 'doser',
  parts: [{ kind: 'whole', soFar: 212, target: 360 }],
  forecast: { kind: 'will-not-be-kept', atEnd: 318 },
};

export const WALKS: LedgerLine = {
  ...YEAR,
  id: WALKS_ID,
  number: 7,
  sentence: 'Vi ska genomföra minst två trygghetsvandringar, minst en på kvällstid.',
  owner: 'both',
  source: 'walks',
  measure: 'vandringar',
  parts: [
    { kind: 'whole', soFar: 2, target: 2 },
    { kind: 'evening', soFar: 1, target: 1 },
  ],
  forecast: { kind: 'kept', on: '2026-08-20' },
};

export const SUPPORT: LedgerLine = {
  ...YEAR,
  id: SUPPORT_ID,
  number: 3,
  sentence: 'Kommunen ska stödja den som vill lämna ett kriminellt liv.',
  owner: 'municipality',
  source: 'hand',
  measure: 'erbjudanden om stöd',
  parts: [{ kind: 'whole', soFar: 3, target: null }],
  forecast: { kind: 'unknown' },
};

export function place(
  name: string,
  [promised, planned, delivered]: readonly number[],
): PlaceFigures {
  const doses = { promised: promised ?? 0, planned: planned ?? 0, delivered: delivered ?? 0 };
  const lonLat = [16.58843, 59.05777] as const;
  return { name, lonLat, priority: 3, ...doses, windows: { kept: 60, all: 80 } };
}

export const REPORT: TertialReport = {
  municipality: { code: '0482', name: 'Flen' },
  tertial: '2026-T2',
  from: '2026-05-01',
  to: '2026-08-31',
  countedTo: '2026-08-31',
  definitions: '1',
  harmTable: null,
  promises: [WALKS, DOSES, SUPPORT],
  partSums: [],
  places: [
    place('Centrum', [120, 100, 90]),
    place('Resecentrum', [120, 110, 105]),
    place('Sveaparken', [60, 40, 17]),
  ],
  visits: { estimated: 9, late: 31 },
};
