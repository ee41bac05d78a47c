/** Reads what the coverage of hot spots in a span is counted from, a month or so at a time. */
import { type CalendarRules, operationalDateOf } from '#core/calendar/local-time.ts';
import type { WeekHours } from '#core/calendar/week-hours.ts';
import { type CoverageInput, readingSpan } from '#core/dosage/coverage-input.ts';
import type { PromisedWindow } from '#core/dosage/promised-window.ts';
import type { EpochMs, TimeSpan, Uuid, Visit } from '#core/model.ts';
import type { Executor } from '../../store/database.ts';
import { type PlannedSlot, publishedSlots } from '../../store/plans.ts';
import { visitsOverlapping } from '../../store/visits.ts';
import { windowsFrom } from '../../store/windows.ts';

/** A `CoverageInput` with all that the rows of reports show. */
export interface History extends CoverageInput {
  readonly slots: readonly PlannedSlot[];
  readonly visits: readonly Visit[];
}

export interface Asked {
  readonly db: Executor;
  readonly calendar: CalendarRules;
  readonly now: EpochMs;
  /** Visits as they are to be counted, where that is another way than they were logged. */
  readonly redraw?: (visits: readonly Visit[]) => Promise<Visit[]>;
}

export type WindowsByHotSpot = ReadonlyMap<Uuid, readonly PromisedWindow[]>;

/** Every window, closed ones too, that was in force at some time from `from` on. */
export async function windowsSince(asked: Asked, from: EpochMs): Promise<WindowsByHotSpot> {
  const day = operationalDateOf(asked.calendar, from);
  const windows = await windowsFrom(asked.db, day);
  return byHotSpot(
    windows.map((window) => ({
      hotSpotId: window.hotSpotId,
      window,
      inForce: { from: window.validFrom, to: window.validTo },
    })),
  );
}

/**
 * Plans that begin after `now` are not read at all: no figure, row or export can show them.
 * @param hours what is counted of the week; null: all of it
 */
export async function readHistory(
  asked: Asked,
  hotSpotIds: readonly Uuid[],
  span: TimeSpan,
  windows: WindowsByHotSpot,
  hours: WeekHours | null = null,
): Promise<ReadonlyMap<Uuid, History>> {
  const { db, calendar: rules, now } = asked;
  const past = { from: span.from, to: Math.min(span.to, now) };
  const slots = byHotSpot(await publishedSlots(db, past, hotSpotIds));
  const logged = await visitsOverlapping(db, readingSpan(span), { hotSpotIds });
  const visits = byHotSpot(asked.redraw ? await asked.redraw(logged) : logged);
  return new Map(
    hotSpotIds.map((id) => [
      id,
      {
        span,
        now,
        rules,
        hours,
        windows: windows.get(id) ?? [],
        slots: slots.get(id) ?? [],
        visits: visits.get(id) ?? [],
      },
    ]),
  );
}

function byHotSpot<T extends { readonly hotSpotId: Uuid }>(all: readonly T[]): Map<Uuid, T[]> {
  const groups = new Map<Uuid, T[]>();
  for (const one of all) {
    const group = groups.get(one.hotSpotId);
    if (group) group.push(one);
    else groups.set(one.hotSpotId, [one]);
  }
  return groups;
}
