/** What the incidents say of the hot spots, and what they do not. */
import type { Reply } from '#contract/api.ts';
import { spanOfPeriod } from '#core/calendar/period.ts';
import type { Score } from '#core/evaluation/score.ts';
import type { PlaceScore } from '#core/evaluation/score-card.ts';
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

type Route = 'getScoreCard' | 'getHotHours' | 'getIncidentDensity' | 'getEffect';

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

const getScoreCard: Handler<'getScoreCard'> = {
  run: async (db, call) => {
    const { municipality = null, heldOutFrom } = call.query;
    const report = await scoreCardReport(evaluated(db, call), municipality, heldOutFrom);
    const { harm, data, splits, places, judged } = report;
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

function judgedReply(
  { holdOut, until, basis, card }: NonNullable<ScoreCardReport['judged']>,
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

export const evaluationHandlers = { getScoreCard, getHotHours, getIncidentDensity, getEffect };
