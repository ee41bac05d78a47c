/** A figure that was wrong is struck, with a reason: it stays in the table and counts nowhere. */
import type { EpochMs, Uuid } from '#core/model.ts';

export interface Strike {
  readonly at: EpochMs;
  readonly by: Uuid;
  readonly reason: string;
}

export interface StrikeColumns {
  readonly struck_at: number | null;
  readonly struck_by: string | null;
  readonly strike_reason: string;
}

export const toStrike = ({ struck_at, struck_by, strike_reason }: StrikeColumns): Strike | null =>
  struck_at === null ? null : { at: struck_at, by: struck_by ?? '', reason: strike_reason };

export const strikeColumns = (strike: Strike | null): StrikeColumns => ({
  struck_at: strike?.at ?? null,
  struck_by: strike?.by ?? null,
  strike_reason: strike?.reason ?? '',
});
