/** Tracks from files: what they tell, and what of it goes into the log. */
import type { Patrol } from '#core/model.ts';
import { fieldProblem } from '../../problem.ts';
import { bicyclePatrols } from '../../store/shifts.ts';
import { acceptVisits } from '../../usecases/tracks/accept-visits.ts';
import {
  borderHistory,
  type FoundBesideLog,
  type TracksBesideLog,
  tracksBesideLog,
} from '../../usecases/tracks/preview-track.ts';
import { visitReply } from '../../usecases/visits/visit-reply.ts';
import { readTrackInProcess } from '../../workers/read-track-in-process.ts';
import { circumstances, type Handler } from '../call.ts';
import { problemDocumentOf } from '../problem-reply.ts';

/** Nothing is written: all is done before the transaction, on the connection that only reads. */
const previewTrack: Handler<'previewTrack', TracksBesideLog> = {
  prepare: async ({ body, services, signal }) => {
    const db = services.db.reader;
    const work = {
      bytes: body,
      history: await borderHistory(db),
      cycling: await bicyclePatrols(db),
    };
    const answer = await readTrackInProcess(work, signal);
    if (answer.kind === 'refused') throw fieldProblem('invalid-track', '', answer.said);
    return tracksBesideLog(db, answer.tracks, services.calendar);
  },
  run: (_tx, _call, { tracks, logged, patrols }) =>
    Promise.resolve({
      reply: {
        tracks: tracks.map(({ reading, visits }) => ({
          ...reading,
          line: [...reading.line],
          visits: visits.map(foundReply),
        })),
        logged: logged.map(visitReply),
        patrols: patrols.map(patrolReply),
      },
    }),
};

function foundReply({ found, openStart, openEnd, logged, struck, planned }: FoundBesideLog) {
  const { hotSpotId, startedAt, endedAt } = found;
  return {
    hotSpotId,
    startedAt,
    endedAt,
    openStart,
    openEnd,
    logged: [...logged],
    struck,
    planned: planned.map(({ slotId, patrolId, startsAt, endsAt }) => ({
      slotId,
      patrolId,
      startsAt,
      endsAt,
    })),
  };
}

function patrolReply({ id, callSign, officers, startsAt, endsAt }: Patrol) {
  return { id, callSign, officers, startsAt, endsAt };
}

const acceptTrackVisits: Handler<'acceptTrackVisits'> = {
  run: async (tx, call) => {
    const done = await acceptVisits(tx, call.body.visits, circumstances(call));
    const answers = done.result.map((answer) =>
      answer.kind === 'refused'
        ? { kind: answer.kind, problem: problemDocumentOf(answer.problem) }
        : { kind: answer.kind, visit: visitReply(answer.visit) },
    );
    return { reply: { answers }, audit: done.audit, touches: done.touches };
  },
};

export const trackHandlers = { previewTrack, acceptTrackVisits };
