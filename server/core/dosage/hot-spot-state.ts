/**
 * How a hot spot stands: the four states that map, list and table show as colour, shape and number.
 *
 * By time (tonight's map): hours since the last dose ÷ the gap wanted.
 *   0 ──── on ──── 1 ── behind-1 ── 1.25 ──── behind-2
 * By count (a report): doses delivered ÷ promised.
 *   0 ─ behind-2 ─ 0.65 ─ behind-1 ─ 0.85 ─ on ─ 1.1 ─ above
 * The borders are ours, set so that a quarter more than the wanted gap already stands out on the map.
 */
import { HOUR_MS } from '../calendar/duration.ts';
import type { EpochMs } from '../model.ts';
import { DOSES_A_DAY_CEILING } from './thresholds.ts';

export const HOT_SPOT_STATES = ['behind-2', 'behind-1', 'on', 'above'] as const;
export type HotSpotState = (typeof HOT_SPOT_STATES)[number];

const FAR_BEHIND_GAPS = 1.25;
const FAR_BEHIND_DELIVERY = 0.65;
const BEHIND_DELIVERY = 0.85;
const ABOVE_DELIVERY = 1.1;

export interface Recency {
  /** When the last dose ended; now, while one goes on; null: there has been none. */
  readonly lastDoseAt: EpochMs | null;
  readonly lastDoseOverCeiling: boolean;
  /** Doses in the operational day of `now`. */
  readonly dosesToday: number;
  readonly wantedGapHours: number;
  readonly now: EpochMs;
}

export function hoursSince(at: EpochMs, now: EpochMs): number {
  return Math.max(0, now - at) / HOUR_MS;
}

/** A place that is behind is never above: what was too much three days ago is not too much now. */
export function hotSpotState(recency: Recency): HotSpotState {
  if (recency.lastDoseAt === null) return 'behind-2';
  const gaps = hoursSince(recency.lastDoseAt, recency.now) / recency.wantedGapHours;
  if (gaps > FAR_BEHIND_GAPS) return 'behind-2';
  if (gaps > 1) return 'behind-1';
  const tooMuch = recency.dosesToday > DOSES_A_DAY_CEILING || recency.lastDoseOverCeiling;
  return tooMuch ? 'above' : 'on';
}

/** Where nothing was promised, nothing is behind. */
export function deliveryState(delivered: number, promised: number): HotSpotState {
  if (promised === 0) return delivered === 0 ? 'on' : 'above';
  const rate = delivered / promised;
  if (rate < FAR_BEHIND_DELIVERY) return 'behind-2';
  if (rate < BEHIND_DELIVERY) return 'behind-1';
  return rate > ABOVE_DELIVERY ? 'above' : 'on';
}
