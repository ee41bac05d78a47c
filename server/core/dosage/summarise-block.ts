/**
 * One hot spot's promises, plans and visits → a block of sums. The definitions are the domain brief's (1.3): a dose
 * belongs to the operational day of its start; minutes are split where the block ends; a visit across an edge is
 * clipped and counted, never dropped; a pass-through is counted nowhere.
 */
import { contains } from '../calendar/interval.ts';
import { weekHourOf } from '../calendar/operational-hour.ts';
import { chosenCells, chosenSpans } from '../calendar/week-hours.ts';
import type { TimeSpan } from '../model.ts';
import type { CoverageBlock, DosesAndTime } from './coverage-block.ts';
import { type CoverageInput, type PublishedSlot, readingSpan } from './coverage-input.ts';
import { doseDays } from './dose-days.ts';
import { doseGaps } from './dose-gaps.ts';
import { presencesOf } from './presence.ts';
import { dosesByWeek, promisedDoses, windowsKept } from './promise-sums.ts';
import { type PromisedOccurrence, promisedOccurrences } from './promised-window.ts';
import { slotLosses } from './slot-loss.ts';
import { type ClassedPresence, classed, isDose } from './visit-class.ts';
import { countsOfVisits, timesOfVisits } from './visit-sums.ts';
import { dosesByWindow } from './window-doses.ts';

export interface Judged {
  /** In order of their start, each with its class and the promise that it answers. */
  readonly visits: readonly ClassedPresence[];
  readonly occurrences: readonly PromisedOccurrence[];
}

/** Every promise that a visit known to the block might answer. */
function occurrencesAround(input: CoverageInput, presences: readonly TimeSpan[]) {
  const around = readingSpan(input.span);
  const from = presences.reduce((least, { from }) => Math.min(least, from), around.from);
  const to = presences.reduce((most, { to }) => Math.max(most, to), around.to);
  return promisedOccurrences(input.windows, { from, to }, input.rules);
}

function plannedDoses(slots: readonly PublishedSlot[]): DosesAndTime {
  return {
    doses: slots.length,
    ms: slots.reduce((sum, { startsAt, endsAt }) => sum + endsAt - startsAt, 0),
  };
}

/** The visits and promises in and around the span, each visit judged: what a block counts and its rows list. */
export function judge(input: CoverageInput): Judged {
  const presences = presencesOf(input.visits, input.now);
  const occurrences = occurrencesAround(input, presences);
  return { visits: classed(presences, occurrences), occurrences };
}

/** The block of the input's span. What begins after `now` is not counted, and nothing counts beyond it. */
export function summariseBlock(input: CoverageInput): CoverageBlock {
  const { span, now, rules, hours } = input;
  const until = Math.min(span.to, now);
  const within = { from: span.from, to: Math.max(span.from, until) };
  const cells = hours && chosenCells(hours, rules);
  const isWithin = (at: number) =>
    contains(within, at) && (cells === null || (cells[weekHourOf(rules, at)] ?? false));

  const { visits, occurrences } = judge(input);
  const counted = visits.filter((visit) => visit.class !== 'pass-through');
  const doses = counted.filter((visit) => isDose(visit.class));
  const dosesWithin = doses.filter(({ from }) => isWithin(from));
  const opened = occurrences.filter(({ opens }) => isWithin(opens));
  const slots = input.slots.filter(({ startsAt }) => isWithin(startsAt));
  const { patrolMs, ...times } = timesOfVisits(
    counted,
    hours ? chosenSpans(hours, within, rules) : [within],
    rules,
  );

  return {
    span,
    until,
    promised: promisedDoses(opened),
    planned: plannedDoses(slots),
    delivered: { doses: dosesWithin.length, ms: patrolMs },
    ...times,
    ...countsOfVisits(
      visits.filter(({ from }) => isWithin(from)),
      rules,
    ),
    windows: windowsKept(opened, doses, now),
    ...slotLosses(slots, visits, now),
    gaps: doseGaps(doses, within),
    doseDays: doseDays(
      opened.map(({ opens }) => opens),
      dosesWithin.map(({ from }) => from),
      rules,
      now,
    ),
    weeks: dosesByWeek(span, rules, { opened, slots, doses: dosesWithin }),
    byWindow: dosesByWindow(opened, dosesWithin),
  };
}
