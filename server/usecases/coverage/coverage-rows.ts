/** The rows behind a figure: the same judgement as the figure's, listed instead of summed. */

import { clip, contains, overlaps, totalMs } from '#core/calendar/interval.ts';
import { type CalendarRules, MINUTE_MS } from '#core/calendar/local-time.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
import { chosenCells, chosenSpans } from '#core/calendar/week-hours.ts';
import { dosesAnswering } from '#core/dosage/promise-sums.ts';
import type { PromisedOccurrence } from '#core/dosage/promised-window.ts';
import { lostSlots } from '#core/dosage/slot-loss.ts';
import { judge } from '#core/dosage/summarise-block.ts';
import { type ClassedPresence, isDose } from '#core/dosage/visit-class.ts';
import type { EpochMs, LossReason, Minutes, TimeSpan, Uuid, VisitSource } from '#core/model.ts';
import type { PlannedSlot } from '../../store/plans.ts';
import type { History } from './history.ts';

/** `present`: doses and short visits that touch the period, what minutes and the median are counted from. */
export type RowKind = 'promised' | 'planned' | 'delivered' | 'present' | 'short' | 'lost';

export interface RowFilter {
  readonly kind: RowKind;
  readonly source?: VisitSource | undefined;
  readonly late?: boolean | undefined;
  readonly loss?: LossReason | undefined;
  /** 0–167 of the day × hour grid. */
  readonly cell?: number | undefined;
}

export interface CoverageRow extends TimeSpan {
  readonly id: string;
  readonly hotSpotId: Uuid;
  readonly patrolId: Uuid | null;
  readonly minutes: Minutes;
  readonly source: VisitSource | null;
  readonly late: boolean;
  readonly doses: number;
  readonly answered: number | null;
  readonly loss: LossReason | null;
}

/**
 * Rows of one hot spot in the history's span, in no order. Nothing later than `now` is among them.
 * @param period that the history's span is a part of: a visit across its edge is listed with the minutes inside
 */
export function rowsIn(history: History, filter: RowFilter, period: TimeSpan): CoverageRow[] {
  return unfiltered(history, filter.kind, period).filter(
    (row) =>
      (filter.source === undefined || row.source === filter.source) &&
      (filter.late === undefined || row.late === filter.late) &&
      (filter.loss === undefined || row.loss === filter.loss) &&
      (filter.cell === undefined || isInCell(row, filter.kind, filter.cell, history.rules)),
  );
}

function unfiltered(history: History, kind: RowKind, period: TimeSpan): CoverageRow[] {
  if (kind === 'promised') return promisedRows(history);
  if (kind === 'planned') return startedSlots(history).map(slotRow);
  if (kind === 'lost') {
    return lostSlots(startedSlots(history), judge(history).visits, history.now).map(slotRow);
  }
  return visitRows(history, kind, period);
}

/** The part of the span that has passed. */
function passed({ span, now }: History): TimeSpan {
  return { from: span.from, to: Math.max(span.from, Math.min(span.to, now)) };
}

/** Whether what begins then is counted: the time has passed, and the hour is among those asked about. */
function isCounted(history: History): (at: EpochMs) => boolean {
  const { hours, rules } = history;
  const within = passed(history);
  const cells = hours && chosenCells(hours, rules);
  return (at) =>
    contains(within, at) && (cells === null || (cells[weekHourOf(rules, at)] ?? false));
}

function startedSlots(history: History): PlannedSlot[] {
  const counts = isCounted(history);
  return history.slots.filter(({ startsAt }) => counts(startsAt));
}

function promisedRows(history: History): CoverageRow[] {
  const counts = isCounted(history);
  const { visits, occurrences } = judge(history);
  const answers = dosesAnswering(visits.filter((visit) => isDose(visit.class)));
  return occurrences
    .filter(({ opens }) => counts(opens))
    .map((occurrence) => promisedRow(occurrence, answers.get(occurrence) ?? 0));
}

function promisedRow(occurrence: PromisedOccurrence, answered: number): CoverageRow {
  const { windowId, hotSpotId, date, opens, closes, doses, window } = occurrence;
  return {
    ...NO_VISIT,
    id: `${windowId} ${date}`,
    hotSpotId,
    patrolId: null,
    from: opens,
    to: closes,
    minutes: doses * window.dwellMin,
    doses,
    answered,
  };
}

const NO_VISIT = { source: null, late: false, answered: null, loss: null } as const;

function slotRow({ slotId, hotSpotId, patrolId, startsAt, endsAt, loss }: PlannedSlot) {
  const minutes = (endsAt - startsAt) / MINUTE_MS;
  const row = { id: slotId, hotSpotId, patrolId, from: startsAt, to: endsAt, minutes };
  return { ...NO_VISIT, ...row, doses: 1, loss };
}

function visitRows(
  history: History,
  kind: 'delivered' | 'present' | 'short',
  period: TimeSpan,
): CoverageRow[] {
  const within = passed(history);
  const counts = isCounted(history);
  const startsBefore = (visit: ClassedPresence) =>
    within.from === period.from && visit.from < within.from && overlaps(visit, within);
  const counted = { from: period.from, to: Math.min(period.to, history.now) };
  const isListed = (visit: ClassedPresence) => {
    if (kind !== 'present') return counts(visit.from);
    const isOfPart = contains(within, visit.from) || startsBefore(visit);
    return isOfPart && timeIn(visit, counted, history) > 0;
  };
  const isOfKind = (visit: ClassedPresence) => {
    if (kind === 'present') return visit.class !== 'pass-through';
    return kind === 'short' ? visit.class === 'short' : isDose(visit.class);
  };
  return judge(history)
    .visits.filter((visit) => isListed(visit) && isOfKind(visit))
    .map((visit) => visitRow(visit, timeIn(visit, counted, history)));
}

/** The part of a visit that minutes are counted from. */
function timeIn(visit: TimeSpan, counted: TimeSpan, { hours, rules }: History): number {
  const part = clip(visit, counted);
  if (part === null || hours === null) return totalMs(part ? [part] : []);
  return totalMs(chosenSpans(hours, part, rules));
}

function visitRow(visit: ClassedPresence, countedMs: number): CoverageRow {
  const { hotSpotId, patrolId, from, to, source, late } = visit;
  return {
    ...NO_VISIT,
    id: visit.visitIds[0] ?? '',
    hotSpotId,
    patrolId,
    from,
    to,
    minutes: countedMs / MINUTE_MS,
    source,
    late,
    doses: isDose(visit.class) ? 1 : 0,
  };
}

const QUARTER_MS = 15 * MINUTE_MS;

/** By where it starts; minutes lie in each hour that they touch, and hours begin on quarters in every zone. */
function isInCell(row: CoverageRow, kind: RowKind, cell: number, rules: CalendarRules): boolean {
  if (kind !== 'present') return weekHourOf(rules, row.from) === cell;
  for (let at = row.from; at < row.to; at = Math.floor(at / QUARTER_MS) * QUARTER_MS + QUARTER_MS) {
    if (weekHourOf(rules, at) === cell) return true;
  }
  return false;
}
