/** Safety walks, their points, and their exports. */
import { LIMITS } from '#contract/paths.ts';
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import type { WalkExportFacts } from '../../formats/walks/walk-export-facts.ts';
import { walkPointsCsv } from '../../formats/walks/walk-points-csv.ts';
import { walksCalendar } from '../../formats/walks/walks-calendar.ts';
import { municipalities } from '../../store/areas.ts';
import type { Executor } from '../../store/database.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import type { StoredPoint } from '../../store/walk-points.ts';
import type { StoredWindow } from '../../store/windows.ts';
import { addPoint, answerPoint, updatePoint } from '../../usecases/walks/edit-point.ts';
import {
  createWalk as create,
  reply,
  updateWalk as update,
} from '../../usecases/walks/edit-walk.ts';
import { makeWindow } from '../../usecases/walks/make-window.ts';
import type { MeasureInCourse } from '../../usecases/walks/measure-course.ts';
import { municipalityOf } from '../../usecases/walks/own-walks.ts';
import {
  type CountedWalk,
  exportedPoints,
  type PointReport,
  walkList,
  walkReport,
} from '../../usecases/walks/walk-reports.ts';
import { actorOf, type Call, circumstances, fromToday, type Handler } from '../call.ts';
import { municipalityName } from './municipality-name.ts';

const listWalks: Handler<'listWalks'> = {
  run: async (db, call) => {
    const { today, walks } = await walkList(db, askedOf(call), circumstances(call));
    return { reply: { today, walks: walks.map(listed) } };
  },
};

/** Routes are long, and no list draws them. */
function listed({ walk, points }: CountedWalk) {
  const { route: _route, ...rest } = reply(walk);
  return { ...rest, points };
}

const askedOf = ({ query }: { query: { municipality?: string | undefined } }) =>
  query.municipality ?? null;

const createWalk: Handler<'createWalk'> = {
  run: async (tx, call) => {
    const body = { ...call.body, route: positionsOf(call.body) };
    const { result, audit } = await create(tx, body, circumstances(call));
    const status = Array.isArray(audit) ? 200 : 201;
    return { reply: reply(result), audit, etag: result.revision, status };
  },
};

type WalkBody = Call<'updateWalk'>['body'];

const positionsOf = ({ route }: Pick<WalkBody, 'route'>) => route?.coordinates ?? null;

const updateWalk: Handler<'updateWalk'> = {
  run: async (tx, call) => {
    const { params, ifRevision } = call;
    const body = { ...call.body, route: positionsOf(call.body) };
    const { result, audit } = await update(tx, params.id, body, ifRevision, circumstances(call));
    return { reply: reply(result), audit, etag: result.revision };
  },
};

const getWalk: Handler<'getWalk'> = {
  run: async (db, call) => {
    const { id } = call.params;
    const report = await walkReport(db, id, circumstances(call), call.services.coverage);
    const isPolice = actorOf(call).role !== 'municipality';
    return {
      reply: {
        today: report.today,
        walk: reply(report.walk),
        counts: report.counts,
        points: report.points.map((point) => pointReply(point, isPolice)),
        advice: report.advice.map((one) => ({ ...one })),
        chain: report.chain.map(({ walk: { id, title, date, state, checksWalkId }, points }) => ({
          id,
          title,
          date,
          state,
          checksWalkId,
          points,
        })),
      },
      etag: report.walk.revision,
    };
  },
};

function pointReply({ point, overdue, answers, photos, measures }: PointReport, isPolice: boolean) {
  return {
    ...point,
    overdue,
    answers: answers.map(({ pointId: _point, ...answer }) => answer),
    photos: photos.map(({ id, width, height }) => ({ id, width, height })),
    measures: measures.map((measure) => measureReply(measure, isPolice)),
  };
}

/** Where and at which hours the police mean to be is theirs; that something is done is the municipality's to know. */
function measureReply(measure: MeasureInCourse, isPolice: boolean) {
  const { hotSpot, window, promised, delivered, changed } = measure;
  const { validFrom: since, validTo: until } = window;
  const openedThen = measure.openedThen.map(windowReply);
  const doses = { promised, delivered, openedThen };
  const detail = { ...placeOf(hotSpot), window: windowReply(window), ...doses };
  return { since, until, changed, detail: isPolice ? detail : null };
}

const placeOf = ({ id: hotSpotId, code, name }: StoredHotSpot) => ({ hotSpotId, code, name });

function windowReply({ validTo: _validTo, ...window }: StoredWindow) {
  const exceptions = window.exceptions.map((exception) => ({ ...exception }));
  return { ...window, weekdays: [...window.weekdays], exceptions };
}

const addWalkPoint: Handler<'addWalkPoint'> = {
  run: async (tx, call) => {
    const { params, body } = call;
    const most = LIMITS.pointsPerWalk;
    const { result, audit } = await addPoint(tx, params.id, body, most, circumstances(call));
    return pointAnswerOf(result, audit, Array.isArray(audit) ? 200 : 201);
  },
};

const updateWalkPoint: Handler<'updateWalkPoint'> = {
  run: async (tx, call) => {
    const { params, body, ifRevision } = call;
    const done = await updatePoint(tx, params.id, body, ifRevision, circumstances(call));
    return pointAnswerOf(done.result, done.audit, 200);
  },
};

function pointAnswerOf<A>(point: StoredPoint, audit: A, status: number) {
  return { reply: { ...point }, audit, etag: point.revision, status };
}

const answerWalkPoint: Handler<'answerWalkPoint'> = {
  run: async (tx, call) => {
    const done = await answerPoint(tx, call.params.id, call.body, circumstances(call));
    const { pointId: _point, ...answer } = done.result;
    return { reply: answer, audit: done.audit, status: Array.isArray(done.audit) ? 200 : 201 };
  },
};

const makeWalkPointWindow: Handler<'makeWalkPointWindow'> = {
  run: async (tx, call) => {
    const { params, body } = call;
    const most = LIMITS.windowsPerHotSpot;
    const { result, audit } = await makeWindow(tx, params.id, body, most, circumstances(call));
    const status = Array.isArray(audit) && audit.length === 0 ? 200 : 201;
    return { reply: { ...result }, audit, status, touches: fromToday(call, body.hotSpotId) };
  },
};

async function factsOf(
  db: Executor,
  call: Call<'exportWalksCalendar'> | Call<'exportWalkPointsCsv'>,
): Promise<WalkExportFacts> {
  return {
    municipality: await municipalityName(db, municipalityOf(actorOf(call), askedOf(call))),
    definitions: DEFINITIONS_VERSION,
    madeAt: call.now,
    rules: call.services.calendar,
  };
}

const exportWalksCalendar: Handler<'exportWalksCalendar'> = {
  run: async (db, call) => {
    const { walks } = await walkList(db, askedOf(call), circumstances(call));
    const meetings = walks.map(({ walk }) => walk);
    const reply = walksCalendar(await factsOf(db, call), meetings);
    return { reply, fileName: 'trygghetsvandringar.ics' };
  },
};

const exportWalkPointsCsv: Handler<'exportWalkPointsCsv'> = {
  run: async (db, call) => {
    const names = new Map((await municipalities(db)).map(({ code, name }) => [code, name]));
    const nameOf = (code: string) => names.get(code) ?? code;
    const points = await exportedPoints(db, askedOf(call), circumstances(call));
    const facts = await factsOf(db, call);
    const lines = points.map(({ walk, ...line }) => ({
      ...line,
      walk: { ...walk, municipality: nameOf(walk.municipality) },
    }));
    return { reply: walkPointsCsv(facts, lines), fileName: 'trygghetsvandringar-punkter.csv' };
  },
};

export const walkHandlers = {
  listWalks,
  createWalk,
  getWalk,
  updateWalk,
  addWalkPoint,
  updateWalkPoint,
  answerWalkPoint,
  makeWalkPointWindow,
  exportWalksCalendar,
  exportWalkPointsCsv,
};
