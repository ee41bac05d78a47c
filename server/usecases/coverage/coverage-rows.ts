/** The rows behind a figure: the same judgement as the figure's, listed instead of summed. */

import { clip, contains, overlaps, totalMs } from '#core/calendar/interval.ts';
import { type CalendarRules, MINUTE_MS } from '#core/calendar/local-time.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
import { chosenCells, chosenSpans } from '#core/calendar/week-hours.ts';
import { dosesAnswering } from '#core/dosage/promise-sums.ts';
import type { PromisedOccurrence } from '#core/dosage/promised-window.ts';
import { lostSlots } from '#core/dosage/slot-loss.ts';
import { judge } from '#core/dosage/summarise-block.ts';
import { aboveCeiling, type ClassedPresence, isDose } from '#core/dosage/visit-class.ts';
import type { EpochMs, LossReason, Minutes, TimeSpan, Uuid, VisitSource } from '#core/model.ts';
import type { PlannedSlot } from '../../store/plans.ts';
import type { History } from './history.ts';

/** What happened: `present` are doses and short visits that touch the period, `above` those beyond their ceiling. */
type EventKind = 'promised' | 'planned' | 'delivered' | 'present' | 'above' | 'short' | 'lost';
/** Gaps are what did not happen: `gap-rows.ts` lists them. */
export type RowKind = EventKind | 'gap';

export interface RowFilter {
  readonly kind: RowKind;
  readonly source?: VisitSource | undefined;
  readonly late?: boolean | undefined;
  /** `none`: nobody has said why. */
  readonly loss?: LossReason | 'none' | undefined;
  /** Of what was lost: whether a patrol could be offered. */
  readonly offered?: boolean | undefined;
  /** 0–167 of the day × hour grid. */
  readonly cell?: number | undefined;
  /** Place in the distribution of gaps. */
  readonly gapBin?: number | undefined;
}

export interface EventFilter extends RowFilter {
  readonly kind: EventKind;
}

export interface CoverageRow extends TimeSpan {
  readonly id: string;
  readonly hotSpotId: Uuid;
  readonly patrolId: Uuid | null;
  readonly minutes: Minutes;
  readonly officers: number | null;
  readonly source: VisitSource | null;
  readonly late: boolean;
  readonly doses: number;
  readonly answered: number | null;
  readonly loss: LossReason | null;
  /** Of a gap: it begins or ends with the period, not with a dose. */
  readonly edge: boolean;
}

/**
 * Rows of one hot spot in the history's span, in no order. Nothing later than `now` is among them.
 * @param period that the history's span is a part of: a visit across its edge is listed with the minutes inside
 */
export function rowsIn(history: History, filter: EventFilter, period: TimeSpan): CoverageRow[] {
  return unfiltered(history, filter, period).filter(
    (row) =>
      (filter.source === undefined || row.source === filter.source) &&
      (filter.late === undefined || row.late === filter.late) &&
      (filter.loss === undefined || (row.loss ?? 'none') === filter.loss) &&
      (filter.offered === undefined || (row.loss !== 'staffing') === filter.offered) &&
      (filter.cell === undefined || isInCell(row, filter.kind, filter.cell, history.rules)),
  );
}

function unfiltered(history: History, filter: EventFilter, period: TimeSpan): CoverageRow[] {
  const { kind } = filter;
  if (kind === 'promised') return promisedRows(history);
  if (kind === 'planned') return startedSlots(history).map(slotRow);
  if (kind === 'lost') {
    return lostSlots(startedSlots(history), judge(history).visits, history.now).map(slotRow);
  }
  // Visits by source or lateness are counted where they begin, minutes where they lie.
  const isByStart = filter.source !== undefined || filter.late !== undefined;
  return visitRows(history, kind, period, isByStart);
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

export const NO_VISIT = {
  officers: null,
  source: null,
  late: false,
  answered: null,
  loss: null,
  edge: false,
} as const;

function slotRow({ slotId, hotSpotId, patrolId, startsAt, endsAt, loss }: PlannedSlot) {
  const minutes = (endsAt - startsAt) / MINUTE_MS;
  const row = { id: slotId, hotSpotId, patrolId, from: startsAt, to: endsAt, minutes };
  return { ...NO_VISIT, ...row, doses: 1, loss };
}

function visitRows(
  history: History,
  kind: 'delivered' | 'present' | 'above' | 'short',
  period: TimeSpan,
  isByStart: boolean,
): CoverageRow[] {
  const within = passed(history);
  const counts = isCounted(history);
  const startsBefore = (visit: ClassedPresence) =>
    within.from === period.from && visit.from < within.from && overlaps(visit, within);
  const counted = { from: period.from, to: Math.min(period.to, history.now) };
  const isListed = (visit: ClassedPresence) => {
    if (isByStart || (kind !== 'present' && kind !== 'above')) return counts(visit.from);
    const isOfPart = contains(within, visit.from) || startsBefore(visit);
    return isOfPart && timeOf(visit) > 0;
  };
  const timeOf = (visit: ClassedPresence) => {
    const told = kind === 'above' ? aboveCeiling(visit, visit.thresholds) : visit;
    return told === null ? 0 : timeIn(told, counted, history);
  };
  const isOfKind = (visit: ClassedPresence) => {
    if (kind === 'present' || kind === 'above') return visit.class !== 'pass-through';
    return kind === 'short' ? visit.class === 'short' : isDose(visit.class);
  };
  return judge(history)
    .visits.filter((visit) => isListed(visit) && isOfKind(visit))
    .map((visit) => visitRow(visit, timeOf(visit)));
}

/** The part of a visit that minutes are counted from. */
function timeIn(visit: TimeSpan, counted: TimeSpan, { hours, rules }: History): number {
  const part = clip(visit, counted);
  if (part === null || hours === null) return totalMs(part ? [part] : []);
  return totalMs(chosenSpans(hours, part, rules));
}

function visitRow(visit: ClassedPresence, countedMs: number): CoverageRow {
  const { hotSpotId, patrolId, from, to, officers, source, late } = visit;
  return {
    ...NO_VISIT,
    id: visit.visitIds[0] ?? '',
    hotSpotId,
    patrolId,
    from,
    to,
    minutes: countedMs / MINUTE_MS,
    officers,
    source,
    late,
    doses: isDose(visit.class) ? 1 : 0,
  };
}

const QUARTER_MS = 15 * MINUTE_MS;

/** By where it starts; minutes lie in each hour that they touch, and hours begin on quarters in every zone. */
function isInCell(row: CoverageRow, kind: EventKind, cell: number, rules: CalendarRules): boolean {
  if (kind !== 'present') return weekHourOf(rules, row.from) === cell;
  for (let at = row.from; at < row.to; at = Math.floor(at / QUARTER_MS) * QUARTER_MS + QUARTER_MS) {
    if (weekHourOf(rules, at) === cell) return true;
  }
  return false;
}
