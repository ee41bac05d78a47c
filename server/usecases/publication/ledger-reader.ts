/** Where the tertial page has its promises from: the ledger, as the process was put together with it. */
import type { LocalDate } from '#core/model.ts';
import type { LedgerLine } from '#core/promises/ledger-line.ts';
import type { PeriodBounds, Remembering } from '../coverage/coverage-blocks.ts';

export interface LedgerQuestion {
  readonly municipality: string;
  /** Promises that hold on some of its days. */
  readonly period: PeriodBounds;
  /** The last operational day that is counted. */
  readonly until: LocalDate;
}

export type LedgerReader = (
  asked: Remembering,
  question: LedgerQuestion,
) => Promise<readonly LedgerLine[]>;
