/** The report that is shown, the figure whose rows are open, and the hot spot that is pointed out. */
import { signal } from '@preact/signals';
import type { WireInput, WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import { may } from '../state/session.ts';
import type { coverageSv } from '../text/sv/coverage.ts';
import { queryOfFilters } from './filters.ts';
import type { Scope } from './period.ts';

export type Report = WireReply<'getCoverage'>;
type Redrawn = WireReply<'getCoverageOnTodaysBorders'>['redrawn'];
export type Figures = Report['totals'];
export type HotSpotLine = Report['hotSpots'][number];
type RowsQuery = WireInput<'getCoverageRows'>['query'];
/** Which rows stand behind a figure, apart from the page's own period and filters. */
export type RowsOf = Omit<RowsQuery, 'municipality' | 'tag' | 'after' | 'limit' | 'from' | 'to'> & {
  /** Days, where they are fewer than the period's. */
  readonly from?: string;
  readonly to?: string;
};
export type DefinitionName = keyof (typeof coverageSv)['definitions'];

export interface OpenFigure {
  readonly title: string;
  readonly place: string;
  readonly value: string;
  readonly definition: DefinitionName;
  readonly rows: RowsOf;
}

export interface OpenedFigure extends OpenFigure {
  /** Where the focus goes back to. */
  readonly opener: HTMLElement;
}

export const report = signal<Report | null>(null);
/** On today's borders: what could be told of the visits made on earlier ones; null: on the borders that held. */
export const redrawn = signal<Redrawn | null>(null);
export const failure = signal<unknown>(null);
export const isCounting = signal(false);
export const opened = signal<OpenedFigure | null>(null);
export const selected = signal<string | null>(null);

export function queryOf({ period, municipality, filters }: Scope) {
  const { from, to } = period;
  return { from, to, ...(municipality && { municipality }), ...queryOfFilters(filters) };
}

let latest: AbortController | null = null;

/** Fetches the report; a newer question makes an older one's answer moot. */
export async function loadReport(scope: Scope): Promise<void> {
  latest?.abort();
  const controller = new AbortController();
  latest = controller;
  isCounting.value = true;
  failure.value = null;
  try {
    const asked = { query: queryOf(scope), signal: controller.signal };
    if (scope.filters.onTodaysBorders && may('getCoverageOnTodaysBorders')) {
      const found = await call('getCoverageOnTodaysBorders', asked);
      redrawn.value = found.redrawn;
      report.value = found.report;
    } else {
      report.value = await call('getCoverage', asked);
      redrawn.value = null;
    }
  } catch (error) {
    if (!controller.signal.aborted) failure.value = error;
  } finally {
    if (latest === controller) isCounting.value = false;
  }
}
