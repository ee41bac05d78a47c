/** What a report is about: days, places, and hours of the week. */
import type { WeekHours } from '#core/calendar/week-hours.ts';
import type { LocalDate } from '#core/model.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpots, type StoredHotSpot } from '../../store/hot-spots.ts';

export interface PeriodBounds {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface CoverageScope extends PeriodBounds {
  readonly municipality: string | null;
  /** Places with it; null: all. */
  readonly tag: string | null;
  /** Null: the whole week. */
  readonly hours: WeekHours | null;
}

/** A scope without any filter but the municipality. */
export function wholeWeek(period: PeriodBounds, municipality: string | null): CoverageScope {
  return { from: period.from, to: period.to, municipality, tag: null, hours: null };
}

/** The hot spots that the scope is about, by code. */
export async function placesOf(
  db: Executor,
  { municipality, tag }: CoverageScope,
): Promise<StoredHotSpot[]> {
  const places = await hotSpots(db, { municipality: municipality ?? undefined });
  return tag === null ? places : places.filter((place) => place.tags.includes(tag));
}
