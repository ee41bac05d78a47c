/** The promise ledger: its lines, one promise with what counts towards it, and figures by hand. */
import type { Reply } from '#contract/api.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { Executor } from '../../store/database.ts';
import type { HandFigure } from '../../store/promise-figures.ts';
import type { StoredPromiseVersion } from '../../store/promises.ts';
import {
  changePromise as applyChange,
  createPromise,
} from '../../usecases/promises/edit-promise.ts';
import {
  addHandFigure,
  restoreHandFigure,
  strikeHandFigure,
} from '../../usecases/promises/hand-figures.ts';
import {
  type LedgerScope,
  ledgerLines,
  withdrawnPromises,
} from '../../usecases/promises/ledger.ts';
import { municipalityShown } from '../../usecases/promises/own-municipality.ts';
import { type PromiseDetail, promiseDetail } from '../../usecases/promises/promise-detail.ts';
import { actorOf, type Call, circumstances, type Handler } from '../call.ts';
import { activityReply } from './activities.ts';
import { remembering } from './coverage-scope.ts';

/** The promises that hold on some of the days, counted to the last of them or to today. */
export function ledgerScope(call: Call<'getLedger'> | Call<'exportLedgerCsv'>): LedgerScope {
  const { from, to } = call.query;
  const municipality = municipalityShown(actorOf(call), call.query.municipality);
  const today = operationalDateOf(call.services.calendar, call.now);
  return { municipality, period: { from, to }, until: today < to ? today : to };
}

const getLedger: Handler<'getLedger'> = {
  run: async (db, call) => {
    const scope = ledgerScope(call);
    const asked = remembering(db, call);
    const lines = await ledgerLines(asked, scope);
    const withdrawn = await withdrawnPromises(asked, scope);
    return {
      reply: {
        ...scope.period,
        until: scope.until,
        lines: lines.map(lineReply),
        withdrawn: withdrawn.map(({ id, number, sentence, reason, recordedAt: at }) => ({
          id,
          number,
          sentence,
          reason,
          at,
        })),
      },
    };
  },
};

const lineReply = ({ parts, forecast, ...line }: PromiseDetail['line']) => ({
  ...line,
  parts: parts.map((part) => ({ ...part })),
  forecast,
});

async function detailReply(
  db: Executor,
  call: Call<'getPromise'> | Call<'createPromise'> | Call<'changePromise'>,
  id: string,
): Promise<Reply<'getPromise'>> {
  const by = actorOf(call);
  const detail = await promiseDetail(remembering(db, call), id, by);
  const seesPlaces = by.role !== 'municipality';
  return {
    line: lineReply(detail.line),
    until: detail.until,
    versions: detail.versions.map((version) => versionReply(version, seesPlaces)),
    months: detail.months.map((month) => ({ ...month })),
    places: seesPlaces ? detail.places.map(({ id, code, name }) => ({ id, code, name })) : [],
    walks: detail.walks.map(({ heldOn, evening }) => ({ heldOn, evening })),
    activities: detail.activities.map(activityReply),
    figures: detail.figures.map(figureReply),
  };
}

function versionReply(
  { id: _id, versionId: _versionId, recordedBy: _by, narrowing, ...said }: StoredPromiseVersion,
  seesPlaces: boolean,
) {
  const { hotSpotIds, tags, kinds, unit } = narrowing;
  const places = seesPlaces ? [...hotSpotIds] : [];
  return { ...said, narrowing: { hotSpotIds: places, tags: [...tags], kinds: [...kinds], unit } };
}

const figureReply = ({ id, promiseId, date, value, source, strike }: HandFigure) => ({
  id,
  promiseId,
  date,
  value,
  source,
  strike: strike && { at: strike.at, reason: strike.reason },
});

const getPromise: Handler<'getPromise'> = {
  run: async (db, call) => ({ reply: await detailReply(db, call, call.params.id) }),
};

const create: Handler<'createPromise'> = {
  run: async (tx, call) => {
    const { result, audit } = await createPromise(tx, call.body, circumstances(call));
    const status = Array.isArray(audit) ? 200 : 201;
    return { reply: await detailReply(tx, call, result.id), audit, status };
  },
};

const changePromise: Handler<'changePromise'> = {
  run: async (tx, call) => {
    const { id } = call.params;
    const { audit } = await applyChange(tx, id, call.body, circumstances(call));
    return { reply: await detailReply(tx, call, id), audit };
  },
};

const addPromiseFigure: Handler<'addPromiseFigure'> = {
  run: async (tx, call) => {
    const done = await addHandFigure(tx, call.params.id, call.body, circumstances(call));
    const status = Array.isArray(done.audit) ? 200 : 201;
    return { reply: figureReply(done.result), audit: done.audit, status };
  },
};

const strikePromiseFigure: Handler<'strikePromiseFigure'> = {
  run: async (tx, call) => {
    const done = await strikeHandFigure(tx, call.params.id, call.body, circumstances(call));
    return { reply: figureReply(done.result), audit: done.audit };
  },
};

const restorePromiseFigure: Handler<'restorePromiseFigure'> = {
  run: async (tx, call) => {
    const done = await restoreHandFigure(tx, call.params.id, circumstances(call));
    return { reply: figureReply(done.result), audit: done.audit };
  },
};

export const promiseHandlers = {
  getLedger,
  getPromise,
  createPromise: create,
  changePromise,
  addPromiseFigure,
  strikePromiseFigure,
  restorePromiseFigure,
};
