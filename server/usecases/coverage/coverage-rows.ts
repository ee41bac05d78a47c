/** The rows behind a figure: the same judgement as the figure's, listed instead of summed. */

import { clip, overlaps } from '#core/calendar/interval.ts';
import { type CalendarRules, MINUTE_MS } from '#core/calendar/local-time.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
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

const startsIn = (within: TimeSpan, at: EpochMs) => within.from <= at && at < within.to;

function startedSlots(history: History): PlannedSlot[] {
  const within = passed(history);
  return history.slots.filter(({ startsAt }) => startsIn(within, startsAt));
}

function promisedRows(history: History): CoverageRow[] {
  const within = passed(history);
  const { visits, occurrences } = judge(history);
  const answers = dosesAnswering(visits.filter((visit) => isDose(visit.class)));
  return occurrences
    .filter(({ opens }) => startsIn(within, opens))
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
  const counted = { from: period.from, to: Math.min(period.to, history.now) };
  const isListed = (visit: ClassedPresence) =>
    startsIn(within, visit.from) ||
    (kind === 'present' && within.from === period.from && overlaps(visit, within));
  const isOfKind = (visit: ClassedPresence) => {
    if (kind === 'present') return visit.class !== 'pass-through';
    return kind === 'short' ? visit.class === 'short' : isDose(visit.class);
  };
  return judge(history)
    .visits.filter((visit) => isListed(visit) && isOfKind(visit))
    .map((visit) => visitRow(visit, clip(visit, counted)));
}

function visitRow(visit: ClassedPresence, counted: TimeSpan | null): CoverageRow {
  const { hotSpotId, patrolId, from, to, source, late } = visit;
  return {
    ...NO_VISIT,
    id: visit.visitIds[0] ?? '',
    hotSpotId,
    patrolId,
    from,
    to,
    minutes: counted ? (counted.to - counted.from) / MINUTE_MS : 0,
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
