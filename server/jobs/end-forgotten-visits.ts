/** Once a minute: visits that nobody has ended end where the evidence ends. */
import type { Services } from '../services.ts';
import { appendAudit } from '../store/audit.ts';
import { timeOfVisit } from '../usecases/coverage/time-of-visit.ts';
import { SYSTEM } from '../usecases/system-actor.ts';
import { endForgotten } from '../usecases/visits/end-forgotten.ts';

/** @returns how many were ended */
export async function endForgottenVisits({ db, clock, coverage }: Services): Promise<number> {
  const now = clock();
  const ended = await db.writer.transaction().execute(async (tx) => {
    const done = await endForgotten(tx, now);
    await appendAudit(tx, done.audit, SYSTEM, now);
    return done.ended;
  });
  // Until now they counted as if they went on.
  coverage.touchAll(ended.map((visit) => timeOfVisit({ ...visit, endedAt: null }, now)));
  return ended.length;
}
