/** Coverage and visits to take away, and a hot spot's windows as a calendar. */
import type { RouteName } from '#contract/paths.ts';
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import { coverageGeoJson } from '../../formats/coverage-geojson.ts';
import { coverageTable } from '../../formats/coverage-table.ts';
import { type ExportFacts, exportFileName } from '../../formats/export-facts.ts';
import { csvOfTable, type Lines } from '../../formats/table.ts';
import { type ExportedVisit, visitsTable } from '../../formats/visits-table.ts';
import { windowsIcs } from '../../formats/windows-ics.ts';
import { xlsxOfTable } from '../../formats/xlsx.ts';
import { notFound } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpotById } from '../../store/hot-spots.ts';
import { openWindows } from '../../store/windows.ts';
import type { Remembering } from '../../usecases/coverage/coverage-blocks.ts';
import {
  type CoverageReport,
  countedTo,
  coverageReport,
  type HotSpotCoverage,
} from '../../usecases/coverage/coverage-report.ts';
import type { CoverageScope } from '../../usecases/coverage/scope.ts';
import { visitsByMonth } from '../../usecases/coverage/visit-list.ts';
import type { Call, Handler } from '../call.ts';
import { remembering, scopeOf } from './coverage-scope.ts';
import { municipalityName } from './municipality-name.ts';

type Export = Extract<RouteName, `export${'Coverage' | 'Visits'}${string}`>;

async function factsOf(
  title: string,
  db: Executor,
  scope: CoverageScope & Pick<CoverageReport, 'until' | 'definitions'>,
  call: Pick<Call<Export>, 'now' | 'services'>,
): Promise<ExportFacts> {
  const { from, to, until, municipality: code, tag, hours, definitions } = scope;
  const municipality = await municipalityName(db, code);
  const made = { madeAt: call.now, rules: call.services.calendar };
  return { title, from, to, until, municipality, tag, hours, definitions, ...made };
}

const COVERAGE = { title: 'Täckning', file: 'tackning' };
const VISITS = { title: 'Besök', file: 'besok' };

const lineOf = ({ hotSpot: { code, name }, figures }: HotSpotCoverage) => ({ code, name, figures });

async function counted(db: Executor, call: Call<Export>) {
  const report = await coverageReport(remembering(db, call), scopeOf(call));
  const facts = await factsOf(COVERAGE.title, db, report, call);
  return { report, facts, table: coverageTable(report.hotSpots.map(lineOf), report.totals) };
}

const exportCoverageCsv: Handler<'exportCoverageCsv'> = {
  run: async (db, call) => {
    const { report, facts, table } = await counted(db, call);
    const reply = await csvOfTable(facts, { ...table, rows: [table.rows] });
    return { reply, fileName: exportFileName(COVERAGE.file, report, 'csv') };
  },
};

const exportCoverageXlsx: Handler<'exportCoverageXlsx'> = {
  run: async (db, call) => {
    const { report, facts, table } = await counted(db, call);
    const reply = await xlsxOfTable(facts, table);
    return { reply, fileName: exportFileName(COVERAGE.file, report, 'xlsx') };
  },
};

const exportCoverageGeoJson: Handler<'exportCoverageGeoJson'> = {
  run: async (db, call) => {
    const { report, facts } = await counted(db, call);
    const features = report.hotSpots.map((one) => {
      const { id, version } = one.hotSpot;
      const place = { id, geometry: version.geometry, borderFrom: version.validFrom };
      return { ...lineOf(one), state: one.state, ...place };
    });
    const reply = { ...coverageGeoJson(facts, features) };
    return { reply, fileName: exportFileName(COVERAGE.file, report, 'geojson') };
  },
};

async function listedVisits(db: Executor, call: Call<'exportVisitsCsv' | 'exportVisitsXlsx'>) {
  const scope = scopeOf(call);
  const asked = remembering(db, call);
  const facts = await factsOf(VISITS.title, db, { ...scope, ...countedTo(asked, scope) }, call);
  return { scope, facts, table: visitsTable(exported(asked, scope), asked.calendar) };
}

const exportVisitsCsv: Handler<'exportVisitsCsv'> = {
  run: async (db, call) => {
    const { scope, facts, table } = await listedVisits(db, call);
    const reply = await csvOfTable(facts, table);
    return { reply, fileName: exportFileName(VISITS.file, scope, 'csv') };
  },
};

const exportVisitsXlsx: Handler<'exportVisitsXlsx'> = {
  run: async (db, call) => {
    const { scope, facts, table } = await listedVisits(db, call);
    const rows: Lines[number][] = [];
    for await (const part of table.rows) rows.push(...part);
    const reply = await xlsxOfTable(facts, { ...table, rows });
    return { reply, fileName: exportFileName(VISITS.file, scope, 'xlsx') };
  },
};

async function* exported(
  asked: Remembering,
  scope: CoverageScope,
): AsyncGenerator<readonly ExportedVisit[]> {
  for await (const visits of visitsByMonth(asked, scope)) {
    yield visits.map(({ hotSpot, visit, counts, callSign }) => {
      const { code, name } = hotSpot;
      return { code, name, callSign, counts, visit };
    });
  }
}

const exportWindowsIcs: Handler<'exportWindowsIcs'> = {
  run: async (db, { params, now, services }) => {
    const hotSpot = await hotSpotById(db, params.id);
    if (!hotSpot) throw notFound('hot spot', params.id);
    const { id, code, name } = hotSpot;
    const windows = await openWindows(db, id);
    const facts = { definitions: DEFINITIONS_VERSION, madeAt: now, rules: services.calendar };
    return {
      reply: windowsIcs({ id, code, name, windows }, facts),
      fileName: `tidsfonster-${code}.ics`,
    };
  },
};

export const coverageExportHandlers = {
  exportCoverageCsv,
  exportCoverageXlsx,
  exportCoverageGeoJson,
  exportVisitsCsv,
  exportVisitsXlsx,
  exportWindowsIcs,
};
