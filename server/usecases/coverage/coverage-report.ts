/** The report: promised → planned → delivered for a period, by hot spot and in all. */
import { addDays, daysBetween, isoWeek } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import { daysIn, spanOfPeriod } from '#core/calendar/period.ts';
import { chosenDays } from '#core/calendar/week-hours.ts';
import type { CoverageBlock, WeekDoses } from '#core/dosage/coverage-block.ts';
import {
  type CoverageFigures,
  type DayHourGrid,
  figuresOf,
  totals,
} from '#core/dosage/coverage-figures.ts';
import { DEFINITIONS_VERSION } from '#core/dosage/definitions-version.ts';
import { deliveryState, type HotSpotState } from '#core/dosage/hot-spot-state.ts';
import { unpredictabilityOverall } from '#core/dosage/unpredictability.ts';
import type { EpochMs, TimeSpan } from '#core/model.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { monthBlocks, type Remembering, wholePeriod } from './coverage-blocks.ts';
import type { Asked } from './history.ts';
import { patternsOf, type WindowHabit } from './patterns.ts';
import { type CoverageScope, type PeriodBounds, placesOf } from './scope.ts';
import { wantedSpans } from './wanted-span.ts';

export interface TrendStep {
  /** `2026-W48`, or `2026-11` in a long period. */
  readonly step: string;
  readonly promised: number;
  readonly planned: number;
  readonly delivered: number;
}

export interface ReportFigures extends Omit<CoverageFigures, 'grid' | 'weeks'> {
  /** Per operational day that has begun, since the place was drawn; null: none has. */
  readonly dosesPerDay: number | null;
  readonly unpredictability: number | null;
  readonly trend: TrendStep[];
}

export interface HotSpotCoverage {
  readonly hotSpot: StoredHotSpot;
  readonly state: HotSpotState;
  readonly figures: ReportFigures;
  readonly habits: readonly WindowHabit[];
}

export interface CoverageReport extends CoverageScope {
  readonly until: EpochMs;
  readonly definitions: string;
  readonly days: { readonly passed: number; readonly all: number };
  readonly totals: ReportFigures;
  readonly grid: { readonly minutes: DayHourGrid; readonly doses: DayHourGrid };
  readonly hotSpots: readonly HotSpotCoverage[];
}

/** Weeks are too thin to read, and too many to send, in a longer period. */
const LONGEST_BY_WEEK_DAYS = 400;

/** Until when a period counts, and by which definitions. */
export function countedTo({ calendar, now }: Asked, period: PeriodBounds) {
  const { to } = spanOfPeriod(calendar, period);
  return { until: Math.min(to, now), definitions: DEFINITIONS_VERSION };
}

/** What the municipality sees: sums, and neither where nor at which hours. */
export function sumsAlone(report: CoverageReport): CoverageReport {
  const noHours = () => Array.from({ length: 7 }, () => Array.from<number>({ length: 24 }).fill(0));
  return { ...report, grid: { minutes: noHours(), doses: noHours() }, hotSpots: [] };
}

interface Counted {
  readonly hotSpot: StoredHotSpot;
  readonly parts: readonly CoverageBlock[];
  readonly whole: CoverageBlock;
  readonly patterns: readonly WindowHabit[];
}

export async function coverageReport(
  asked: Remembering,
  scope: CoverageScope,
): Promise<CoverageReport> {
  const { until, definitions } = countedTo(asked, scope);
  const listed = (await countHotSpots(asked, scope, until)).filter(hasSomethingToSay);
  const byWeek = daysIn(scope) <= LONGEST_BY_WEEK_DAYS;
  const { grid, ...all } = totals(listed.map(({ whole }) => whole));
  return {
    ...scope,
    until,
    definitions,
    days: { passed: daysPassed(asked, scope), all: daysIn(scope) },
    totals: reportFigures(all, listed, scope, asked, byWeek),
    grid,
    hotSpots: listed.map((one) => {
      const figures = reportFigures(figuresOf(one.whole), [one], scope, asked, byWeek);
      const state = deliveryState(figures.delivered.doses, figures.promised.doses);
      return { hotSpot: one.hotSpot, state, figures, habits: one.patterns };
    }),
  };
}

async function countHotSpots(
  asked: Remembering,
  scope: CoverageScope,
  until: EpochMs,
): Promise<Counted[]> {
  const places = await placesOf(asked.db, scope);
  const ids = places.map((place) => place.id);
  const blocks = await monthBlocks(asked, ids, scope);
  const patterns = await patternsOf(asked, ids, until);
  const wanted = await wantedSpans(asked, places);
  return places.map((hotSpot) => {
    const parts = blocks.get(hotSpot.id) ?? [];
    const own = patterns.get(hotSpot.id) ?? [];
    const whole = whileWanted(
      wholePeriod(asked, hotSpot.id, parts, scope.hours),
      wanted.get(hotSpot.id),
    );
    return { hotSpot, parts, whole, patterns: own };
  });
}

/**
 * Nobody was missed in a place that was not yet a hot spot, or was one no longer: its gaps begin when it was drawn and
 * end when it was closed, or at a dose before or after.
 */
function whileWanted(block: CoverageBlock, wanted: TimeSpan = block.span): CoverageBlock {
  const { span, gaps } = block;
  const from = Math.max(span.from, Math.min(wanted.from, gaps.firstFrom ?? wanted.from));
  const until = Math.min(block.until, Math.max(wanted.to, gaps.lastTo ?? wanted.to));
  return { ...block, span: { from, to: span.to }, until };
}

/** A closed hot spot is listed for the periods in which something was promised, planned or done there. */
function hasSomethingToSay({ hotSpot, whole }: Counted): boolean {
  const { promised, planned, delivered } = whole;
  const something = promised.doses + planned.doses + delivered.ms > 0;
  return hotSpot.status !== 'closed' || something;
}

function reportFigures(
  { weeks, grid: _grid, ...figures }: Omit<CoverageFigures, 'grid'> & { readonly grid?: unknown },
  counted: readonly Counted[],
  { hours }: CoverageScope,
  asked: Remembering,
  byWeek: boolean,
): ReportFigures {
  return {
    ...figures,
    dosesPerDay: dosesPerDay(counted, hours, asked),
    unpredictability: unpredictabilityOverall(
      counted.flatMap(({ patterns }) => patterns.map(({ unpredictability }) => unpredictability)),
    ),
    trend: byWeek ? weeksPassed(weeks, asked) : trendByMonth(counted, asked),
  };
}

/** Of several places: all their doses, by the days of the one that has been there longest. */
function dosesPerDay(
  counted: readonly Counted[],
  hours: CoverageScope['hours'],
  { calendar }: Asked,
): number | null {
  const days = counted.map(({ whole: { span, until } }) =>
    chosenDays(hours, { from: span.from, to: until }, calendar),
  );
  const most = Math.max(0, ...days);
  const doses = counted.reduce((sum, { whole }) => sum + whole.delivered.doses, 0);
  return most === 0 ? null : doses / most;
}

/** A block ends with its month; the weeks to come are not shown. */
function weeksPassed(weeks: readonly WeekDoses[], { calendar, now }: Remembering): TrendStep[] {
  const thisWeek = isoWeek(operationalDateOf(calendar, now));
  return weeks
    .filter(({ week }) => week <= thisWeek)
    .map(({ week, ...counts }) => ({ step: week, ...counts }));
}

function trendByMonth(counted: readonly Counted[], { calendar }: Remembering): TrendStep[] {
  const months = new Map<string, TrendStep>();
  for (const block of counted.flatMap(({ parts }) => parts)) {
    const step = operationalDateOf(calendar, block.span.from).slice(0, 7);
    const known = months.get(step) ?? { step, promised: 0, planned: 0, delivered: 0 };
    months.set(step, {
      step,
      promised: known.promised + block.promised.doses,
      planned: known.planned + block.planned.doses,
      delivered: known.delivered + block.delivered.doses,
    });
  }
  return [...months.values()];
}

/** Operational days that have begun; today is one of them. */
function daysPassed({ calendar, now }: Remembering, period: PeriodBounds): number {
  const today = operationalDateOf(calendar, now);
  const last = today < period.to ? today : period.to;
  return Math.max(0, daysBetween(period.from, addDays(last, 1)));
}
