import type { LocalDate, Uuid } from '../model.ts';
import { forecastOf, forecastOfAll } from './forecast.ts';
import type { LedgerLine, LedgerPart } from './ledger-line.ts';
import type { Progress } from './progress.ts';
import type { PromiseTerms } from './promise.ts';

export interface PromiseProgress {
  readonly whole: Progress;
  /** Of walks alone. */
  readonly evening: Progress | null;
}

/** @param today the last day that is counted */
export function makeLedgerLine(
  promise: PromiseTerms & { readonly id: Uuid },
  { whole, evening }: PromiseProgress,
  today: LocalDate,
): LedgerLine {
  const { id, number, municipality, sentence, owner, source, measure, from, to } = promise;
  const part = (kind: LedgerPart['kind'], progress: Progress, target: number | null) => ({
    part: { kind, soFar: progress.soFar, target },
    kind,
    forecast: forecastOf(progress, target, { from, to, today }),
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
    parts: parts.map((one) => one.part),
    forecast: forecastOfAll(parts),
  };
}
