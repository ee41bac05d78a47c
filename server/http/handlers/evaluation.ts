/** What the incidents say of the hot spots, and what they do not. */
import type { Reply } from '#contract/api.ts';
import { localDateOf } from '#core/calendar/local-time.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import type { Score } from '#core/evaluation/score.ts';
import type { PlaceScore } from '#core/evaluation/score-card.ts';
import { exportFileName } from '../../formats/export-facts.ts';
import { scoreCardCsv } from '../../formats/score-card-csv.ts';
import type { Executor } from '../../store/database.ts';
import type { StoredHarmTable } from '../../store/harm-tables.ts';
import { densityReport } from '../../usecases/incidents/density.ts';
import { effectReport } from '../../usecases/incidents/effect-report.ts';
import type { Evaluated, PlaceOnPlane } from '../../usecases/incidents/evaluation-basis.ts';
import { hotHours } from '../../usecases/incidents/hot-hours.ts';
import {
  type ScoreCardReport,
  scoreCardReport,
} from '../../usecases/incidents/score-card-report.ts';
import type { Call, Handler } from '../call.ts';
import { municipalityName } from './municipality-name.ts';

type Route =
  | 'getScoreCard'
  | 'exportScoreCardCsv'
  | 'getHotHours'
  | 'getIncidentDensity'
  | 'getEffect';

const evaluated = (
  db: Executor,
  { now, services }: Pick<Call<Route>, 'now' | 'services'>,
): Evaluated => ({
  db,
  now,
  calendar: services.calendar,
  network: services.map.network,
});

const versionOf = ({ version, name }: StoredHarmTable) => ({ version, name });

const reported = (db: Executor, call: Call<'getScoreCard'> | Call<'exportScoreCardCsv'>) => {
  const { municipality = null, heldOutFrom } = call.query;
  return scoreCardReport(evaluated(db, call), municipality, heldOutFrom);
};

const getScoreCard: Handler<'getScoreCard'> = {
  run: async (db, call) => {
    const { harm, data, splits, places, judged } = await reported(db, call);
    return {
      reply: {
        harm: versionOf(harm),
        data,
        splits: [...splits],
        judged: judged && judgedReply(judged, places),
      },
    };
  },
};

const exportScoreCardCsv: Handler<'exportScoreCardCsv'> = {
  run: async (db, call) => {
    const { now, services, query } = call;
    const { harm, data, places, judged } = await reported(db, call);
    const facts = {
      data,
      heldOutFrom: judged?.holdOut.from ?? null,
      municipality: await municipalityName(db, query.municipality ?? null),
      harm,
      definitions: DEFINITIONS_VERSION,
      madeAt: now,
      rules: services.calendar,
    };
    const scores = (judged?.card.places ?? []).flatMap((one) => {
      const hotSpot = places.find(({ id }) => id === one.id)?.hotSpot;
      return hotSpot ? [{ ...one, code: hotSpot.code, name: hotSpot.name }] : [];
    });
    const to = localDateOf(services.calendar, data?.to ?? now);
    return {
      reply: scoreCardCsv(facts, judged?.card ?? null, scores),
      fileName: exportFileName('traffsakerhet', { from: facts.heldOutFrom ?? to, to }, 'csv'),
    };
  },
};

function judgedReply(
  { holdOut, until, basis, card, beyond }: NonNullable<ScoreCardReport['judged']>,
  places: readonly PlaceOnPlane[],
): Reply<'getScoreCard'>['judged'] {
  const { extent, drawn, densest, places: scores, ...counts } = card;
  return {
    ...counts,
    heldOutFrom: holdOut.from,
    heldOutBy: holdOut.by,
    until,
    extent: { basis, ...extent },
    drawn,
    densest,
    places: scores.flatMap((one) => placeReply(one, places)),
    beyond: beyond.map(({ id, hotSpot: { code, name } }) => ({ hotSpotId: id, code, name })),
  };
}

function placeReply({ id, score, ...rest }: PlaceScore, places: readonly PlaceOnPlane[]) {
  const hotSpot = places.find((one) => one.id === id)?.hotSpot;
  const plain: Score = score;
  return hotSpot
    ? [{ hotSpotId: id, code: hotSpot.code, name: hotSpot.name, ...plain, ...rest }]
    : [];
}

/** Seven rows of 24. */
const rowsOf = (cells: Float64Array): number[][] =>
  Array.from({ length: 7 }, (_, day) => [...cells.subarray(day * 24, day * 24 + 24)]);

const getHotHours: Handler<'getHotHours'> = {
  run: async (db, call) => {
    const found = await hotHours(evaluated(db, call), call.params.id, call.query.heldOutFrom);
    const { place, holdOut, windows, incidents, open, ...said } = found;
    return {
      reply: {
        ...said,
        hotSpotId: place.id,
        heldOutFrom: holdOut?.from ?? null,
        incidents: rowsOf(incidents),
        open: rowsOf(open),
        windows: windows.map(({ id, weekdays, start, end }) => ({
          id,
          weekdays: [...weekdays],
          start,
          end,
        })),
      },
    };
  },
};

const getIncidentDensity: Handler<'getIncidentDensity'> = {
  run: async (db, call) => {
    const { municipality = null, from, to, by } = call.query;
    const span = spanOfPeriod(call.services.calendar, { from, to });
    const report = await densityReport(evaluated(db, call), municipality, span, by);
    const { harm, data, count, basis, surface } = report;
    const contours = (surface?.contours ?? []).map(({ level, geometry }) => ({ level, geometry }));
    const peakPerHa = surface?.peakPerHa ?? null;
    return { reply: { harm: versionOf(harm), data, count, basis, peakPerHa, contours } };
  },
};

const getEffect: Handler<'getEffect'> = {
  run: async (db, call) => {
    const { municipality = null, hotSpotId = null, ...days } = call.query;
    const order = {
      municipality,
      hotSpotId,
      before: { from: days.beforeFrom, to: days.beforeTo },
      after: { from: days.afterFrom, to: days.afterTo },
    };
    const { harm, reach, covered, effect } = await effectReport(evaluated(db, call), order);
    const { rings, sample } = effect;
    const said = { harm: versionOf(harm), covered, sample };
    return { reply: { ...said, reach: [...reach], rings: [...rings] } };
  },
};

export const evaluationHandlers = {
  getScoreCard,
  exportScoreCardCsv,
  getHotHours,
  getIncidentDensity,
  getEffect,
};
