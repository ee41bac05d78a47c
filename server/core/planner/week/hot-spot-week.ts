/** A hot spot's row in the table of a week: its days, and the rules that they keep or break. */

import { HOUR_MS } from '../../calendar/duration.ts';
import { doseGaps, longestGapMs } from '../../dosage/dose-gaps.ts';
import type { LocalDate, TimeSpan, Uuid, WindowOccurrence } from '../../model.ts';
import { type DayRun, dayRuns } from '../bridge/day-runs.ts';
import type { DemandDay } from '../bridge/planning-input.ts';
import { MOST_DAYS_WITHOUT } from '../bridge/urgency.ts';
import { breaksGap } from './gap-breaks.ts';
import { type AheadVisit, doseSpans, startingIn, type WeekDoses, weekDoses } from './week-doses.ts';
import type { WeekPlans } from './week-plans.ts';
import type { WeekHotSpot, WeekTask } from './week-task.ts';

/** `without`: more than three days without a dose; `gap`: the wanted gap ran out while a window was open. */
export type RuleBreak = 'without' | 'gap';

/** What a hot spot has in one operational day. Doses belong to the day in which they start. */
export interface HotSpotDay extends DayRun {
  readonly date: LocalDate;
  /** A window opens in the day. */
  readonly isOpen: boolean;
  /** Doses of the windows that open in the day. */
  readonly wanted: number;
  readonly made: number;
  /** What the plans have ahead, in order of start. */
  readonly planned: readonly AheadVisit[];
  readonly breaks: readonly RuleBreak[];
}

export interface HotSpotWeek {
  readonly hotSpotId: Uuid;
  /** The seven, in order. */
  readonly days: readonly HotSpotDay[];
  /** Between doses, from the last one before the week to the end of it; null: there is none. */
  readonly longestGapHours: number | null;
  readonly wantedGapHours: number;
  /** The most days running with a dose that the week reaches. */
  readonly longestStreak: number;
}

export function hotSpotWeek(task: WeekTask, plans: WeekPlans, hotSpot: WeekHotSpot): HotSpotWeek {
  const doses = weekDoses(task, plans, hotSpot.id);
  const spans = doseSpans(doses);
  const allDays = [...task.daysBefore, ...task.days];
  const runs = dayRuns(
    allDays.map((day) => ({
      isDosed: startingIn(spans, day.startsAt, day.endsAt) > 0,
      isOpen: day.open.includes(hotSpot.id),
    })),
  ).slice(task.daysBefore.length);
  const days = task.days.map((day, d) =>
    hotSpotDay(task, hotSpot, day, doses, runs[d] ?? { streak: 0, without: 0 }),
  );
  return {
    hotSpotId: hotSpot.id,
    days,
    longestGapHours: longestGapHours(task, spans),
    wantedGapHours: hotSpot.wantedGapHours,
    longestStreak: Math.max(0, ...days.map(({ streak }) => streak)),
  };
}

function hotSpotDay(
  task: WeekTask,
  { id, wantedGapHours }: WeekHotSpot,
  day: DemandDay,
  doses: WeekDoses,
  run: DayRun,
): HotSpotDay {
  const { date, startsAt, endsAt } = day;
  const windows = task.occurrences.filter((one) => one.hotSpotId === id && opensIn(one, day));
  const isOpen = day.open.includes(id);
  const spans = doseSpans(doses);
  const isGapBroken = windows.some((one) => breaksGap(one, spans, wantedGapHours * HOUR_MS));
  const breaks: RuleBreak[] = [
    ...(isOpen && run.without > MOST_DAYS_WITHOUT ? (['without'] as const) : []),
    ...(isGapBroken ? (['gap'] as const) : []),
  ];
  return {
    ...run,
    date,
    isOpen,
    wanted: windows.reduce((sum, { doses: wanted }) => sum + wanted, 0),
    made: startingIn(doses.made, startsAt, endsAt),
    planned: doses.ahead.filter((visit) => visit.startsAt >= startsAt && visit.startsAt < endsAt),
    breaks,
  };
}

const opensIn = ({ opens }: WindowOccurrence, { startsAt, endsAt }: DemandDay): boolean =>
  opens >= startsAt && opens < endsAt;

function longestGapHours({ days }: WeekTask, spans: readonly TimeSpan[]): number | null {
  const from = days[0]?.startsAt ?? 0;
  const until = days.at(-1)?.endsAt ?? from;
  const lastBefore = spans.findLast((dose) => dose.from < from);
  const own = spans.filter((dose) => dose.from < until);
  if (own.length === 0) return null;
  const span = { from: lastBefore?.from ?? from, to: until };
  const longest = longestGapMs({ span, until, gaps: doseGaps(own, span) });
  return longest === null ? null : longest / HOUR_MS;
}
