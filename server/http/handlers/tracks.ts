/** Tracks from files: what they tell, and what of it goes into the log. */
import { acceptVisits } from '../../usecases/tracks/accept-visits.ts';
import { visitReply } from '../../usecases/visits/visit-reply.ts';
import { circumstances, type Handler } from '../call.ts';
import { problemDocumentOf } from '../problem-reply.ts';

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

export const trackHandlers = { acceptTrackVisits };
