/** The figures of a tertial as they stand: coverage by place, the ledger's lines, and what both follow. */

import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { labelPoint } from '#core/geo/label-point.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import type { LedgerLine } from '#core/promises/ledger-line.ts';
import { type TertialCode, tertialPeriod } from '#core/publication/tertial.ts';
import type { PlaceFigures, TertialReport } from '#core/publication/tertial-report.ts';
import { fieldProblem } from '../../problem.ts';
import { newestHarmTable } from '../../store/harm-tables.ts';
import type { Remembering } from '../coverage/coverage-blocks.ts';
import { coverageReport, type HotSpotCoverage } from '../coverage/coverage-report.ts';
import { wholeWeek } from '../coverage/scope.ts';
import { knownMunicipality } from '../known-municipality.ts';
import { ledgerLines } from '../promises/ledger.ts';

/** @throws Problem invalid-input: there is no such municipality; not-acceptable-state: the tertial has not begun */
export async function countTertial(
  asked: Remembering,
  code: string,
  tertial: TertialCode,
): Promise<TertialReport> {
  const municipality = await knownMunicipality(asked.db, code);
  const { from, to } = tertialPeriod(tertial);
  const countedTo = lastDayEnded(asked, { from, to });
  const counted = wholeWeek({ from, to: countedTo }, code);
  const coverage = await coverageReport(asked, counted);
  const scope = { municipality: code, period: { from, to }, until: countedTo };
  const promises = await ledgerLines(asked, scope);
  const harm = await newestHarmTable(asked.db);
  const { totals, definitions } = coverage;
  return {
    municipality,
    tertial,
    from,
    to,
    countedTo,
    definitions,
    harmTable: `${harm.version} (${harm.name})`,
    promises,
    partSums: await partSums(asked, promises, countedTo),
    places: coverage.hotSpots.filter(hadSomething).map(placeFigures).sort(byName),
    visits: { estimated: totals.bySource.estimated, late: totals.late },
  };
}

/** Today goes on: it is counted when it has ended. */
function lastDayEnded(
  { calendar, now }: Remembering,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): LocalDate {
  const yesterday = addDays(operationalDateOf(calendar, now), -1);
  if (yesterday < from) {
    throw fieldProblem('not-acceptable-state', '/tertial', {
      sv: 'Tertialet har inte en hel dag ännu.',
      en: 'The tertial does not have a whole day yet.',
    });
  }
  return yesterday < to ? yesterday : to;
}

const hadSomething = ({ figures }: HotSpotCoverage) =>
  figures.promised.doses + figures.planned.doses + figures.delivered.doses > 0;

function placeFigures({ hotSpot, figures }: HotSpotCoverage): PlaceFigures {
  const { promised, planned, delivered, windows } = figures;
  return {
    name: hotSpot.name,
    lonLat: labelPoint(hotSpot.version.geometry),
    priority: hotSpot.priority,
    promised: promised.doses,
    planned: planned.doses,
    delivered: delivered.doses,
    windows: { ...windows },
  };
}

const byName = (a: PlaceFigures, b: PlaceFigures) => a.name.localeCompare(b.name, 'sv');

/** Promises of doses whose count is another than that of all places in the same days. */
async function partSums(
  asked: Remembering,
  promises: readonly LedgerLine[],
  countedTo: LocalDate,
): Promise<Uuid[]> {
  const found: Uuid[] = [];
  for (const { id, source, from, to, municipality, parts } of promises) {
    if (source !== 'doses') continue;
    const days = { from, to: countedTo < to ? countedTo : to };
    const { totals } = await coverageReport(asked, wholeWeek(days, municipality));
    if (totals.delivered.doses !== parts[0]?.soFar) found.push(id);
  }
  return found;
}
