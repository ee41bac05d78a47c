import type { Uuid } from '../model.ts';
import { type CountedUntil, forecastOf, forecastOfAll } from './forecast.ts';
import type { LedgerLine, LedgerPart } from './ledger-line.ts';
import type { Progress } from './progress.ts';
import type { PromiseTerms } from './promise.ts';

export interface PromiseProgress {
  readonly whole: Progress;
  /** Of walks alone. */
  readonly evening: Progress | null;
}

export function makeLedgerLine(
  promise: PromiseTerms & { readonly id: Uuid },
  { whole, evening }: PromiseProgress,
  until: CountedUntil,
): LedgerLine {
  const { id, number, municipality, sentence, owner, source, measure, from, to } = promise;
  const part = (kind: LedgerPart['kind'], progress: Progress, target: number | null) => ({
    kind,
    soFar: progress.soFar,
    target,
    forecast: forecastOf(progress, target, { from, to, ...until }),
  });
  const parts = [
    part('whole', whole, promise.target),
    ...(evening && promise.eveningTarget !== null
      ? [part('evening', evening, promise.eveningTarget)]
      : []),
  ];
  return {
    id,
    number,
    municipality,
    sentence,
    owner,
    source,
    measure,
    from,
    to,
    parts: parts.map(({ forecast: _ofPart, ...counted }) => counted),
    forecast: forecastOfAll(parts),
  };
}
