import type { EpochMs, PlanReason } from '../../model.ts';
import { explainVisit } from '../explain-visit.ts';
import type { Routes, VisitItem } from '../problem.ts';
import type { VisitReason } from '../reasons.ts';
import type { PlanningTask, TaskHotSpot } from './planning-task.ts';
import { instantOf } from './planning-task.ts';

const HOUR_MS = 3_600_000;

/**
 * Why a visit stands in the plan, the most telling reason first. Instants are epoch milliseconds. Beside the codes of
 * `reasons.ts` and `urgency.ts`: `hours-since-planned` (hours, wanted), the hours since a visit that another shift plans.
 */
export function visitReasons(
  task: PlanningTask,
  plan: Routes,
  visit: VisitItem,
  isPinned: boolean,
): PlanReason[] {
  const index = task.problem.hotspots.findIndex(({ id }) => id === visit.hotspot);
  const hotSpot = task.hotSpots[index];
  const window = task.problem.hotspots[index]?.windows[visit.window];
  if (!hotSpot || !window) return [];
  const pinned: VisitReason[] = isPinned ? [{ code: 'pinned', values: {} }] : [];
  const { priority } = hotSpot;
  const weight = Math.round(window.weight * 100) / 100;
  const own = explainVisit(task.problem, plan, visit).map((reason) =>
    COUNTED.has(reason.code) ? wholeWindow(reason, hotSpot, visit.window) : reason,
  );
  const byPriority: VisitReason = { code: 'priority', values: { priority, weight } };
  const usual = task.problem.hotspots[index]?.dwell ?? 0;
  return [
    ...pinned,
    ...(isFirst(own)
      ? [sinceDose(task, hotSpot, visit), ...hotSpot.urgency.reasons]
      : hotSpot.urgency.reasons.filter(({ code }) => code === 'focus')),
    ...own,
    ...(isPinned ? [] : shortened(visit, usual)),
    byPriority,
  ];
}

const shortened = (
  { dwell = Number.POSITIVE_INFINITY }: VisitItem,
  usual: number,
): VisitReason[] =>
  dwell < usual ? [{ code: 'shortened', values: { minutes: dwell, usual } }] : [];

/** Reasons that count doses in the window. */
const COUNTED: ReadonlySet<string> = new Set(['window', 'beyond-target']);

/** The window as it stands in the hot spot's demand: with the doses already delivered, and as instants. */
function wholeWindow(reason: VisitReason, hotSpot: TaskHotSpot, index: number): VisitReason {
  const window = hotSpot.windows[index];
  if (!window) return reason;
  const { opens, closes, doses, delivered, elsewhere } = window;
  const number = delivered + elsewhere + Number(reason.values.number ?? 0);
  if (number > doses) return { code: 'beyond-target', values: { number, target: doses } };
  return { code: 'window', values: { opens, closes, number, target: doses } };
}

/** What is past is said of the plan's first visit there alone. */
const isFirst = (own: readonly VisitReason[]) =>
  !own.some(({ code }) => code === 'earlier-in-plan');

/** The time since the last dose before the shift, or since the one that is to come before it. */
function sinceDose(
  { origin }: PlanningTask,
  { lastDoseAt, lastPlannedAt, wantedGapHours: wanted }: TaskHotSpot,
  { start }: VisitItem,
): PlanReason {
  const hoursSince = (at: EpochMs) => Math.floor((instantOf(origin, start) - at) / HOUR_MS);
  if (lastPlannedAt !== null && (lastDoseAt === null || lastPlannedAt > lastDoseAt))
    return { code: 'hours-since-planned', values: { hours: hoursSince(lastPlannedAt), wanted } };
  if (lastDoseAt === null) return { code: 'never-dosed', values: { wanted } };
  return { code: 'hours-since-dose', values: { hours: hoursSince(lastDoseAt), wanted } };
}
