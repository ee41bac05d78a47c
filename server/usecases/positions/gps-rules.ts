/** The authority's switch: whether positions may be kept, and for how many days. */
import type { EpochMs } from '#core/model.ts';
import { FIRST_GPS_RULES, type GpsRules } from '#core/positions/gps-rules.ts';
import { Problem } from '../../problem.ts';
import { fact, rememberFact } from '../../store/areas.ts';
import type { AuditEntry } from '../../store/audit.ts';
import type { Executor } from '../../store/database.ts';
import type { Done } from '../use-case.ts';
import { forgetPositions } from './forget-positions.ts';

export async function gpsRules(db: Executor): Promise<GpsRules> {
  return (await fact(db, 'gps')) ?? FIRST_GPS_RULES;
}

/** A shorter retention deletes at once, not at the next hour. @throws Problem changed-meanwhile */
export async function setGpsRules(
  tx: Executor,
  { on, retentionDays }: Pick<GpsRules, 'on' | 'retentionDays'>,
  ifRevision: number,
  now: EpochMs,
): Promise<Done<GpsRules>> {
  const before = await gpsRules(tx);
  if (before.revision !== ifRevision) {
    const { since: _, ...shown } = before;
    throw new Problem('changed-meanwhile', [], shown);
  }
  const since = on && !before.on ? now : before.since;
  const rules: GpsRules = { on, since, retentionDays, revision: before.revision + 1 };
  await rememberFact(tx, 'gps', rules);
  const audit: AuditEntry = { action: 'gps.rules', entity: 'installation', entityId: 'gps' };
  const { audit: forgotten } = await forgetPositions(tx, rules, now);
  return { result: rules, audit: [{ ...audit, detail: { on, retentionDays } }, ...forgotten] };
}
