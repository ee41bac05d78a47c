/** The promise that coverage alone can answer for: foot patrol in the year, counted in doses. */
import { periodContaining } from '#core/calendar/period.ts';
import { coverageReport } from '../coverage/coverage-report.ts';
import type { LedgerReader } from './ledger-reader.ts';

/** Constant, so that the same promise is the same line in every version of a page. */
const PROMISE_ID = '01900000-0000-7000-8000-0000000f0006';

export const footPatrolLedger: LedgerReader = async (asked, { municipality, period, until }) => {
  const year = periodContaining('year', period.from);
  const { totals } = await coverageReport(asked, { from: year.from, to: until, municipality });
  return [
    {
      id: PROMISE_ID,
      number: 6,
      municipality,
      sentence:
        'Vi ska synas mer i centrum och vid järnvägsstationen genom riktad fotpatrull på utvalda platser.',
      owner: 'police',
      source: 'doses',
      measure: 'doser',
      from: year.from,
      to: year.to,
      parts: [{ kind: 'whole', soFar: totals.delivered.doses, target: null }],
      forecast: { kind: 'unknown' },
    },
  ];
};
