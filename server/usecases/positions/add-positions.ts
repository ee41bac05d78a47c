/** Takes positions in: from the officer's page or from a tracker app, late and doubled ones too. */
import type { EpochMs, Uuid } from '#core/model.ts';
import { keptSpan } from '#core/positions/gps-rules.ts';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { consentGivenAt } from '../../store/gps-consent.ts';
import { insertPositions } from '../../store/positions.ts';
import type { Done } from '../use-case.ts';
import { CLOCK_SKEW_MS } from '../visits/log-visit.ts';
import { gpsRules } from './gps-rules.ts';

export interface SentPositions {
  readonly userId: Uuid;
  readonly source: string;
  readonly points: readonly TrackPoint[];
}

/** What became of each point: a sender may forget them all. */
export interface AddedPositions {
  readonly stored: number;
  readonly known: number;
  /** From before the consent, the authority's switch or the retention. */
  readonly tooOld: number;
  readonly inFuture: number;
}

/**
 * The log gets no row: a row a batch would tell its readers when an officer was on the move.
 * @throws Problem gps-off; gps-no-consent
 */
export async function addPositions(
  tx: Executor,
  { userId, source, points }: SentPositions,
  now: EpochMs,
): Promise<Done<AddedPositions>> {
  const rules = await gpsRules(tx);
  if (!rules.on) throw new Problem('gps-off');
  const consentedAt = await consentGivenAt(tx, userId);
  if (consentedAt === null) throw new Problem('gps-no-consent');
  const span = keptSpan(rules, consentedAt, now, CLOCK_SKEW_MS);
  const recent = points.filter(({ at }) => at >= span.from);
  const kept = recent.filter(({ at }) => at <= span.to);
  const stored = await insertPositions(tx, kept, { userId, source, receivedAt: now });
  const result = {
    stored,
    known: kept.length - stored,
    tooOld: points.length - recent.length,
    inFuture: recent.length - kept.length,
  };
  return { result, audit: [] };
}
