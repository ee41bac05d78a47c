/** Hot spots as GeoJSON, their borders and their windows. */
import { api } from '#contract/api.ts';
import { labelPoint } from '#core/geo/label-point.ts';
import type { HotSpotVersion } from '#core/model.ts';
import { notFound } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { bordersOf, hotSpotById, hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';
import type { StoredWindow } from '../../store/windows.ts';
import {
  createHotSpot,
  judgeGeometry,
  moveBorder,
  updateHotSpot,
} from '../../usecases/places/edit-hot-spot.ts';
import { type HotSpotStanding, hotSpotStandings } from '../../usecases/places/hot-spot-standing.ts';
import { setWindows } from '../../usecases/places/set-windows.ts';
import type { Done } from '../../usecases/use-case.ts';
import {
  type Answer,
  type Call,
  circumstances,
  EncodedReply,
  fromToday,
  type Handler,
} from '../call.ts';

type HotSpotRoute = 'createHotSpot' | 'updateHotSpot' | 'moveBorder' | 'setWindows' | 'getHotSpot';

const listHotSpots: Handler<'listHotSpots'> = {
  run: async (db, { query, now, services }) => {
    const key = `hot spots ${JSON.stringify(query)}`;
    const text = await services.coverage.shared(key, now, async () => {
      const found = await hotSpots(db, query);
      const standings = await hotSpotStandings(db, found, now, services.calendar);
      const reply = { type: 'FeatureCollection' as const, features: standings.map(toFeature) };
      return JSON.stringify(api.listHotSpots.reply.encode(reply));
    });
    return { reply: new EncodedReply(text) };
  },
};

const getHotSpot: Handler<'getHotSpot'> = {
  run: async (db, call) => {
    const hotSpot = await hotSpotById(db, call.params.id);
    if (!hotSpot) throw notFound('hot spot', call.params.id);
    const { touches: _nothing, ...read } = await featureAnswer(db, call, {
      result: hotSpot,
      audit: [],
    });
    return read;
  },
};

const create: Handler<'createHotSpot'> = {
  run: async (tx, call) => {
    const done = await createHotSpot(tx, call.body, circumstances(call));
    const wasThere = Array.isArray(done.audit);
    return { ...(await featureAnswer(tx, call, done)), status: wasThere ? 200 : 201 };
  },
};

const update: Handler<'updateHotSpot'> = {
  run: async (tx, call) => {
    const { params, body, ifRevision } = call;
    const done = await updateHotSpot(tx, params.id, body, ifRevision, circumstances(call));
    return featureAnswer(tx, call, done);
  },
};

const move: Handler<'moveBorder'> = {
  run: async (tx, call) => {
    const { params, body, ifRevision } = call;
    const done = await moveBorder(tx, params.id, body, ifRevision, circumstances(call));
    return featureAnswer(tx, call, done);
  },
};

const set: Handler<'setWindows'> = {
  run: async (tx, call) => {
    const { params, body, ifRevision } = call;
    const done = await setWindows(tx, params.id, body.windows, ifRevision, circumstances(call));
    return featureAnswer(tx, call, done);
  },
};

const check: Handler<'checkGeometry'> = {
  run: async (db, { body }) => {
    const verdict = await judgeGeometry(db, body.geometry, body.hotSpotId);
    if (!verdict.ok) {
      const problems = verdict.problems.map(toFinding);
      const nothing = { areaHa: null, perimeterM: null, geometry: null };
      return { reply: { ok: false, ...nothing, problems, warnings: [] } };
    }
    const { areaHa, perimeterM, geometry, warnings } = verdict;
    const measured = { areaHa, perimeterM, geometry: { ...geometry } };
    return { reply: { ok: true, ...measured, problems: [], warnings: warnings.map(toFinding) } };
  },
};

const listBorders: Handler<'listBorders'> = {
  run: async (db, { params }) => {
    const borders = await bordersOf(db, params.id);
    if (borders.length === 0) throw notFound('hot spot', params.id);
    return { reply: { borders: borders.map(toBorder) } };
  },
};

async function featureAnswer<N extends HotSpotRoute>(
  db: Executor,
  { now, services }: Pick<Call<N>, 'now' | 'services'>,
  { result, audit }: Done<StoredHotSpot>,
): Promise<Answer<HotSpotRoute>> {
  const [standing] = await hotSpotStandings(db, [result], now, services.calendar);
  if (!standing) throw notFound('hot spot', result.id);
  const touches = fromToday({ now }, result.id);
  return { reply: toFeature(standing), audit, etag: result.revision, touches };
}

function toFeature({ hotSpot, windows, recency, state }: HotSpotStanding) {
  const { id, version, tags, ...said } = hotSpot;
  return {
    type: 'Feature' as const,
    id,
    geometry: { ...version.geometry },
    properties: {
      ...said,
      tags: [...tags],
      versionId: version.id,
      versionNumber: version.number,
      validFrom: version.validFrom,
      areaHa: version.areaHa,
      perimeterM: version.perimeterM,
      labelPoint: labelPoint(version.geometry),
      lastDoseAt: recency.lastDoseAt,
      dosesToday: recency.dosesToday,
      state,
      windows: windows.map(toWindow),
    },
  };
}

function toWindow({ validTo: _validTo, ...window }: StoredWindow) {
  return {
    ...window,
    weekdays: [...window.weekdays],
    exceptions: window.exceptions.map((exception) => ({ ...exception })),
  };
}

function toBorder({ hotSpotId: _hotSpotId, geometry, ...version }: HotSpotVersion) {
  return { ...version, geometry: { ...geometry } };
}

interface Finding {
  readonly code: string;
  readonly path: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const toFinding = ({ code, path, values }: Finding) => ({ code, path, values: { ...values } });

export const hotSpotHandlers = {
  listHotSpots,
  getHotSpot,
  createHotSpot: create,
  updateHotSpot: update,
  moveBorder: move,
  setWindows: set,
  checkGeometry: check,
  listBorders,
};
