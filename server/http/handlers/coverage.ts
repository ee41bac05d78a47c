/** Coverage, and the rows behind it. */
import { api, type Reply } from '#contract/api.ts';
import { labelPoint } from '#core/geo/label-point.ts';
import {
  type CoverageReport,
  coverageReport,
  sumsAlone,
} from '../../usecases/coverage/coverage-report.ts';
import { coverageStrips } from '../../usecases/coverage/coverage-strips.ts';
import { pageOfRows } from '../../usecases/coverage/page-of-rows.ts';
import type { WindowHabit } from '../../usecases/coverage/patterns.ts';
import {
  type RedrawnReport,
  reportOnTodaysBorders,
} from '../../usecases/coverage/todays-borders.ts';
import { actorOf, EncodedReply, type Handler } from '../call.ts';
import { cursorText, readCursor } from '../cursor.ts';
import { remembering, scopeOf } from './coverage-scope.ts';

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
  const { hours } = report;
  return {
    ...report,
    hours: hours && { ...hours, weekdays: [...hours.weekdays] },
    hotSpots: hotSpots.map(({ hotSpot, state, figures, habits }) => ({
      hotSpotId: hotSpot.id,
      code: hotSpot.code,
      name: hotSpot.name,
      labelPoint: labelPoint(hotSpot.version.geometry),
      state,
      figures,
      habits: habits.map(toWireHabit),
    })),
  };
}

function toWireHabit({ start, end, unpredictability, habit }: WindowHabit) {
  const { known, visits } = unpredictability;
  return { start, end, visits, value: known ? unpredictability.value : null, habit };
}

const getCoverageRows: Handler<'getCoverageRows'> = {
  run: async (db, call) => {
    const { hotSpotId, after, limit, kind, source, late, loss, offered, cell, gapBin } = call.query;
    const filter = { kind, source, late, loss, offered, cell, gapBin };
    const cursor = after === undefined ? null : readCursor(after);
    const page = { ...scopeOf(call), filter, hotSpotId, after: cursor, limit };
    const { rows, next } = await pageOfRows(remembering(db, call), page);
    return { reply: { kind, rows: [...rows], next: next && cursorText(next) } };
  },
};

/** Counted before the transaction that logs it opens. */
const getCoverageOnTodaysBorders: Handler<'getCoverageOnTodaysBorders', RedrawnReport> = {
  prepare: (call) =>
    reportOnTodaysBorders(remembering(call.services.db.reader, call), scopeOf(call)),
  run: async (_tx, { query: { from, to } }, { report, redrawn }) => ({
    reply: { report: toReply(report), redrawn },
    audit: { action: 'position.count', entity: 'coverage', entityId: null, detail: { from, to } },
  }),
};

const getCoverageStrips: Handler<'getCoverageStrips'> = {
  run: async (db, call) => {
    const { hotSpots, ...axis } = await coverageStrips(remembering(db, call), scopeOf(call));
    return { reply: { ...axis, hotSpots: [...hotSpots] } };
  },
};

export const coverageHandlers = {
  getCoverage,
  getCoverageRows,
  getCoverageOnTodaysBorders,
  getCoverageStrips,
};
