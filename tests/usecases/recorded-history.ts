/** What was recorded at a hot spot, read with plain statements past the store, for counting it again. */
import { SWEDISH_RULES } from '#core/calendar/local-time.ts';
import type { WeekHours } from '#core/calendar/week-hours.ts';
import type { CoverageInput } from '#core/dosage/coverage-input.ts';
import type { TimeSpan } from '#core/model.ts';
import type { Executor } from '../../server/store/database.ts';

interface Asked {
  readonly span: TimeSpan;
  readonly now: number;
  readonly hours?: WeekHours | null;
}

async function everything(db: Executor, hotSpotId: string) {
  const visits = await db
    .selectFrom('visit_version')
    .selectAll()
    .where('hot_spot_id', '=', hotSpotId)
    .where('is_current', '=', 1)
    .execute();
  const windows = await db
    .selectFrom('time_window')
    .selectAll()
    .where('hot_spot_id', '=', hotSpotId)
    .execute();
  const slots = await db
    .selectFrom('planned_visit')
    .leftJoin('planned_loss', 'planned_loss.slot_id', 'planned_visit.slot_id')
    .select(['planned_visit.slot_id', 'starts_at', 'ends_at', 'reason'])
    .where('hot_spot_id', '=', hotSpotId)
    .execute();
  return { visits, windows, slots };
}

/** Everything ever recorded at the hot spot, as the input of a count over the span. */
export async function inputOf(
  db: Executor,
  hotSpotId: string,
  { span, now, hours = null }: Asked,
): Promise<CoverageInput> {
  const { visits, windows, slots } = await everything(db, hotSpotId);
  return {
    span,
    now,
    rules: SWEDISH_RULES,
    hours,
    windows: windows.map((row) => ({
      window: {
        id: row.id,
        hotSpotId,
        weekdays: JSON.parse(row.weekdays) as number[],
        start: row.start,
        end: row.end,
        exceptions: [],
        dateFrom: null,
        dateTo: null,
        doses: row.doses,
        dwellMin: row.dwell_min,
        countsFromMin: row.counts_from_min,
        ceilingMin: row.ceiling_min,
        minGapMin: row.min_gap_min,
        crew: row.crew,
      },
      inForce: { from: row.valid_from, to: row.valid_to },
    })),
    slots: slots.map((row) => ({
      slotId: row.slot_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      loss: row.reason as 'weather' | null,
    })),
    visits: visits.map((row) => ({
      id: row.visit_id,
      hotSpotId,
      patrolId: row.patrol_id,
      slotId: row.slot_id,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      officers: row.officers,
      source: row.source as 'manual',
      late: row.late === 1,
      voided: row.voided === 1,
    })),
  };
}
