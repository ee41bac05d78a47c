/** The report that is shown, the figure whose rows are open, and the hot spot that is pointed out. */
import { signal } from '@preact/signals';
import type { WireInput, WireReply } from '#contract/api.ts';
import { call } from '../api.ts';
import type { coverageSv } from '../text/sv/coverage.ts';
import { queryOfFilters } from './filters.ts';
import type { Scope } from './period.ts';

export type Report = WireReply<'getCoverage'>;
export type Figures = Report['totals'];
export type HotSpotLine = Report['hotSpots'][number];
type RowsQuery = WireInput<'getCoverageRows'>['query'];
/** Which rows stand behind a figure, apart from period and municipality. */
export type RowsOf = Pick<RowsQuery, 'kind' | 'hotSpotId' | 'source' | 'late' | 'loss' | 'cell'>;
export type DefinitionName = keyof (typeof coverageSv)['definitions'];

export interface OpenFigure {
  readonly title: string;
  readonly place: string;
  readonly value: string;
  readonly definition: DefinitionName;
  readonly rows: RowsOf;
}

export const report = signal<Report | null>(null);
export const failure = signal<unknown>(null);
export const isCounting = signal(false);
export const opened = signal<OpenFigure | null>(null);
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
    report.value = await call('getCoverage', { query: queryOf(scope), signal: controller.signal });
  } catch (error) {
    if (!controller.signal.aborted) failure.value = error;
  } finally {
    if (latest === controller) isCounting.value = false;
  }
}
