/** How far a phone's clock is off, told when what it did without network arrives. */
import type { EpochMs } from '../model.ts';
import { MINUTE_MS } from './duration.ts';

export interface PressTimes {
  /** The phone's clock when the button was pressed. */
  readonly madeAt: EpochMs;
  /** The phone's clock when it sent. */
  readonly sentAt: EpochMs;
  /** Milliseconds that the phone believed the server to be ahead, and has put right itself; null: it has never met the server. */
  readonly skewMs: number | null;
}

/** Less than this may be the way through a bad network, and decides no dose. */
export const TRUSTED_WITHIN_MS = MINUTE_MS;

/**
 * Milliseconds to add to times that the phone has put right by `skewMs`. The rule:
 * 1. What is left between the phone's sending and the server's receiving is trusted up to a minute: a slow network looks
 *    the same. More is a clock that is off, and was off when the button was pressed: a clock drifts while it is away
 *    from networks, and is put right when it meets one.
 * 2. Nothing is pressed after it has arrived: where the clock was put right between press and sending, so that the press
 *    still lies over a minute ahead, the times move back until it lies at the arrival.
 */
export function leftSkew({ madeAt, sentAt, skewMs }: PressTimes, receivedAt: EpochMs): number {
  const known = skewMs ?? 0;
  const atSending = receivedAt - sentAt - known;
  const left = Math.abs(atSending) > TRUSTED_WITHIN_MS ? atSending : 0;
  const ahead = madeAt + known + left - receivedAt;
  return ahead > TRUSTED_WITHIN_MS ? left - ahead : left;
}
