/** The retention at work, once an hour: positions that are too old are deleted. */
import type { Services } from '../services.ts';
import { appendAudit } from '../store/audit.ts';
import { forgetPositions } from '../usecases/positions/forget-positions.ts';
import { gpsRules } from '../usecases/positions/gps-rules.ts';
import { SYSTEM } from '../usecases/system-actor.ts';

/** Deletes what is too old by now, with its row in the log, in one transaction. @returns how many points went */
export async function forgetOldPositions({
  db,
  clock,
}: Pick<Services, 'db' | 'clock'>): Promise<number> {
  const now = clock();
  return db.writer.transaction().execute(async (tx) => {
    const { result, audit } = await forgetPositions(tx, await gpsRules(tx), now);
    await appendAudit(tx, audit, SYSTEM, now);
    return result.removed;
  });
}
