/** Logging visits, and reading what was logged. */
import { spanOfPeriod } from '#core/calendar/period.ts';
import { notFound } from '../../problem.ts';
import { hotSpots } from '../../store/hot-spots.ts';
import { type VisitVersion, visitById, visitPage, visitVersions } from '../../store/visits.ts';
import { timeOfVisit } from '../../usecases/coverage/time-of-visit.ts';
import { changeVisit as applyChange } from '../../usecases/visits/change-visit.ts';
import { logVisit } from '../../usecases/visits/log-visit.ts';
import { visitReply } from '../../usecases/visits/visit-reply.ts';
import { circumstances, type Handler } from '../call.ts';
import { cursorText, readCursor } from '../cursor.ts';

const createVisit: Handler<'createVisit'> = {
  run: async (tx, call) => {
    const { result, audit, isNew, ended } = await logVisit(tx, call.body, circumstances(call));
    // What was forgotten counted as if it went on.
    const before = ended.map((visit) => ({ ...visit, endedAt: null }));
    const touches = isNew ? [result, ...before].map((one) => timeOfVisit(one, call.now)) : [];
    return { reply: visitReply(result), audit, status: isNew ? 201 : 200, touches };
  },
};

const changeVisit: Handler<'changeVisit'> = {
  run: async (tx, call) => {
    const before = await visitById(tx, call.params.id);
    const { result, audit } = await applyChange(tx, call.params.id, call.body, circumstances(call));
    const isNew = !Array.isArray(audit);
    const touches = [before ?? result, result].map((visit) => timeOfVisit(visit, call.now));
    return { reply: visitReply(result), audit, status: isNew ? 201 : 200, touches };
  },
};

const listVisits: Handler<'listVisits'> = {
  run: async (db, { query, services }) => {
    const places = await hotSpots(db, { municipality: query.municipality });
    const ids = places.map((place) => place.id);
    const after = query.after === undefined ? null : readCursor(query.after);
    const visits = await visitPage(db, {
      span: spanOfPeriod(services.calendar, query),
      hotSpotIds: query.hotSpotId ? ids.filter((id) => id === query.hotSpotId) : ids,
      before: after && { startedAt: after.from, id: after.id },
      limit: query.limit,
    });
    const last = visits.length === query.limit ? visits.at(-1) : undefined;
    const next = last ? cursorText({ from: last.startedAt, id: last.id }) : null;
    return { reply: { visits: visits.map(visitReply), next } };
  },
};

const getVisitHistory: Handler<'getVisitHistory'> = {
  run: async (db, { params }) => {
    const versions = await visitVersions(db, params.id);
    if (versions.length === 0) throw notFound('visit', params.id);
    return { reply: { versions: versions.map(toHistory) } };
  },
};

/** Who wrote a version is in the audit log, for the auditor, and nowhere else. */
function toHistory(version: VisitVersion) {
  const { kind, reason, recordedAt, noted } = version;
  const [notedAt, skewMs] = [noted?.at ?? null, noted?.skewMs ?? null];
  return { ...visitReply(version), kind, reason, recordedAt, notedAt, skewMs };
}

export const visitHandlers = { createVisit, changeVisit, listVisits, getVisitHistory };
