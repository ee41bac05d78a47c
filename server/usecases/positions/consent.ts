/** An officer's own switch: with it positions are kept, without it none is. */
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { consentGivenAt, insertConsent } from '../../store/gps-consent.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { gpsRules } from './gps-rules.ts';

/** Saying again what holds already changes nothing. @throws Problem gps-off: there is nothing to agree to */
export async function setConsent(
  tx: Executor,
  given: boolean,
  { by, now }: Circumstances,
): Promise<Done<null>> {
  if (given && !(await gpsRules(tx)).on) throw new Problem('gps-off');
  const holds = (await consentGivenAt(tx, by.id)) !== null;
  if (holds === given) return { result: null, audit: [] };
  await insertConsent(tx, by.id, given, now);
  const audit = { action: 'gps.consent', entity: 'user', entityId: by.id } as const;
  return { result: null, audit: { ...audit, detail: { given } } };
}
