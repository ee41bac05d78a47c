/** The retention at work: once at the start and once an hour, positions that are too old are deleted. */
import { HOUR_MS } from '#core/calendar/duration.ts';
import type { Services } from './services.ts';
import { appendAudit } from './store/audit.ts';
import { forgetPositions } from './usecases/positions/forget-positions.ts';
import { gpsRules } from './usecases/positions/gps-rules.ts';

const SYSTEM = { id: null, username: null, role: null };

/** Deletes what is too old by now, with its row in the log, in one transaction. @returns how many points went */
export async function forgetNow({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> {
  const now = clock();
  return db.writer.transaction().execute(async (tx) => {
    const { result, audit } = await forgetPositions(tx, await gpsRules(tx), now);
    await appendAudit(tx, audit, SYSTEM, now);
    return result.removed;
  });
}

/** What fails is logged, and tried again at the next hour. @returns what stops it, once no run is under way */
export function forgetHourly(services: Services): () => Promise<void> {
  const run = () =>
    forgetNow(services).catch((error: unknown) => {
      services.log.error({ err: error }, 'old positions were not deleted');
    });
  let running: Promise<unknown> = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, HOUR_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
