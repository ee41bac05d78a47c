/** Coverage, the rows behind it, and its exports. */
import { api, type Reply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { labelPoint } from '#core/geo/label-point.ts';
import { coverageCsv } from '../../formats/coverage-csv.ts';
import { coverageGeoJson } from '../../formats/coverage-geojson.ts';
import { type ExportFacts, exportFileName } from '../../formats/export-facts.ts';
import { type ExportedVisit, visitsCsv } from '../../formats/visits-csv.ts';
import { Problem } from '../../problem.ts';
import { municipalities } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';
import type { Remembering } from '../../usecases/coverage/coverage-blocks.ts';
import {
  type CoverageReport,
  type CoverageScope,
  countedTo,
  coverageReport,
  type HotSpotCoverage,
  sumsAlone,
} from '../../usecases/coverage/coverage-report.ts';
import { pageOfRows } from '../../usecases/coverage/page-of-rows.ts';
import { visitsByMonth } from '../../usecases/coverage/visit-list.ts';
import { actorOf, type Call, EncodedReply, type Handler } from '../call.ts';
import { cursorText, readCursor } from '../cursor.ts';

type CoverageRoute = Extract<RouteName, `${string}${'Coverage' | 'VisitsCsv'}${string}`>;

function remembering(
  db: Executor,
  { now, services }: Pick<Call<CoverageRoute>, 'now' | 'services'>,
): Remembering {
  return { db, now, calendar: services.calendar, memory: services.coverage };
}

/** The municipality's own people see their own municipality, whatever they ask for. */
function scopeOf<N extends CoverageRoute>(call: Call<N>): CoverageScope {
  const { from, to, municipality } = call.query;
  const { role, municipality: own } = actorOf(call);
  if (role !== 'municipality') return { from, to, municipality: municipality ?? null };
  if (own === null) throw new Problem('forbidden');
  return { from, to, municipality: own };
}

/** Kept as text, so that the same question from many costs one count and one encoding. */
const getCoverage: Handler<'getCoverage'> = {
  run: async (db, call) => {
    const scope = scopeOf(call);
    const sumsOnly = actorOf(call).role === 'municipality';
    const key = JSON.stringify([scope, sumsOnly]);
    const text = await call.services.coverage.shared(key, call.now, async () => {
      const report = await coverageReport(remembering(db, call), scope);
      const reply = toReply(sumsOnly ? sumsAlone(report) : report);
      return JSON.stringify(api.getCoverage.reply.encode(reply));
    });
    return { reply: new EncodedReply(text) };
  },
};

function toReply({ hotSpots, ...report }: CoverageReport): Reply<'getCoverage'> {
  return {
    ...report,
    hotSpots: hotSpots.map(({ hotSpot, state, figures }) => ({
      hotSpotId: hotSpot.id,
      code: hotSpot.code,
      name: hotSpot.name,
      labelPoint: labelPoint(hotSpot.version.geometry),
      state,
      figures,
    })),
  };
}

const getCoverageRows: Handler<'getCoverageRows'> = {
  run: async (db, call) => {
    const { kind, hotSpotId, source, late, loss, cell, after, limit } = call.query;
    const filter = { kind, source, late, loss, cell };
    const cursor = after === undefined ? null : readCursor(after);
    const page = { ...scopeOf(call), filter, hotSpotId, after: cursor, limit };
    const { rows, next } = await pageOfRows(remembering(db, call), page);
    return { reply: { kind, rows: [...rows], next: next && cursorText(next) } };
  },
};

async function factsOf(
  title: string,
  db: Executor,
  report: Pick<CoverageReport, 'from' | 'to' | 'until' | 'municipality' | 'definitions'>,
  call: Pick<Call<CoverageRoute>, 'now' | 'services'>,
): Promise<ExportFacts> {
  const { from, to, until, municipality: code, definitions } = report;
  const known = code === null ? [] : await municipalities(db);
  const municipality = known.find((one) => one.code === code)?.name ?? code;
  const made = { madeAt: call.now, rules: call.services.calendar };
  return { title, from, to, until, municipality, definitions, ...made };
}

const lineOf = ({ hotSpot: { code, name }, figures }: HotSpotCoverage) => ({ code, name, figures });

const exportCoverageCsv: Handler<'exportCoverageCsv'> = {
  run: async (db, call) => {
    const report = await coverageReport(remembering(db, call), scopeOf(call));
    const facts = await factsOf('Täckning', db, report, call);
    const reply = coverageCsv(facts, report.hotSpots.map(lineOf), report.totals);
    return { reply, fileName: exportFileName('tackning', report, 'csv') };
  },
};

const exportCoverageGeoJson: Handler<'exportCoverageGeoJson'> = {
  run: async (db, call) => {
    const report = await coverageReport(remembering(db, call), scopeOf(call));
    const facts = await factsOf('Täckning', db, report, call);
    const features = report.hotSpots.map((one) => {
      const { id, version } = one.hotSpot;
      const place = { id, geometry: version.geometry, borderFrom: version.validFrom };
      return { ...lineOf(one), state: one.state, ...place };
    });
    const reply = { ...coverageGeoJson(facts, features) };
    return { reply, fileName: exportFileName('tackning', report, 'geojson') };
  },
};

const exportVisitsCsv: Handler<'exportVisitsCsv'> = {
  run: async (db, call) => {
    const scope = scopeOf(call);
    const asked = remembering(db, call);
    const facts = await factsOf('Besök', db, { ...scope, ...countedTo(asked, scope) }, call);
    return {
      reply: await visitsCsv(facts, exported(asked, scope)),
      fileName: exportFileName('besok', scope, 'csv'),
    };
  },
};

async function* exported(
  asked: Remembering,
  scope: CoverageScope,
): AsyncGenerator<readonly ExportedVisit[]> {
  for await (const visits of visitsByMonth(asked, scope)) {
    yield visits.map(({ hotSpot, visit, class: visitClass, callSign }) => {
      const { code, name } = hotSpot;
      return { code, name, callSign, class: visitClass, visit };
    });
  }
}

export const coverageHandlers = {
  getCoverage,
  getCoverageRows,
  exportCoverageCsv,
  exportCoverageGeoJson,
  exportVisitsCsv,
};
