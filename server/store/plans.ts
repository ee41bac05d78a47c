/** Plan versions with their planned visits, and why planned visits were lost. */
import type {
  EpochMs,
  LossReason,
  Plan,
  PlannedBreak,
  PlannedVisit,
  PlanReason,
  PlanStatus,
  TimeSpan,
  UnmetDemand,
  Uuid,
} from '#core/model.ts';
import type { Executor } from './database.ts';
import type { PlannedVisitTable, PlanTable } from './schema.ts';

export interface StoredPlan extends Plan {
  readonly createdBy: Uuid;
  readonly revision: number;
  /** The patrol that made this version on its phone, when it was called away; null: the shift lead. */
  readonly replannedBy: Uuid | null;
}

export async function planById(db: Executor, id: Uuid): Promise<StoredPlan | null> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toPlan(row, await visitRows(db, [id])) : null;
}

/** All versions of a shift's plan, first to last. */
export async function plansOfShift(db: Executor, shiftId: Uuid): Promise<StoredPlan[]> {
  const query = db.selectFrom('plan').selectAll().where('shift_id', '=', shiftId);
  const rows = await query.orderBy('number').execute();
  const visits = await visitRows(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toPlan(row, visits));
}

/** The newest version of a shift's plan, draft or published. */
export async function latestPlan(db: Executor, shiftId: Uuid): Promise<StoredPlan | null> {
  const query = db.selectFrom('plan').select('id').where('shift_id', '=', shiftId);
  const row = await query.orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row ? planById(db, row.id) : null;
}

export async function publishedPlan(db: Executor, shiftId: Uuid): Promise<StoredPlan | null> {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where('shift_id', '=', shiftId)
    .where('status', '=', 'published')
    .executeTakeFirst();
  return row ? planById(db, row.id) : null;
}

/** Newest status by shift, for lists. */
export async function planStatuses(
  db: Executor,
  shiftIds: readonly Uuid[],
): Promise<Map<Uuid, PlanStatus>> {
  if (shiftIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('plan')
    .select(['shift_id', 'status'])
    .where('shift_id', 'in', shiftIds)
    .orderBy('number')
    .execute();
  return new Map(rows.map((row) => [row.shift_id, row.status as PlanStatus]));
}

/** Inserts a plan, or replaces the one with its id. */
export async function savePlan(tx: Executor, plan: StoredPlan): Promise<void> {
  const row = toRow(plan);
  await tx
    .insertInto('plan')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await tx.deleteFrom('planned_visit').where('plan_id', '=', plan.id).execute();
  if (plan.visits.length === 0) return;
  const rows = plan.visits.map((visit) => toVisitRow(plan.id, visit));
  await tx.insertInto('planned_visit').values(rows).execute();
}

export async function setPlanStatus(
  tx: Executor,
  id: Uuid,
  status: PlanStatus,
  publishedAt: EpochMs | null,
): Promise<void> {
  await tx
    .updateTable('plan')
    .set((eb) => ({ status, published_at: publishedAt, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface PlannedSlot {
  readonly slotId: Uuid;
  readonly hotSpotId: Uuid;
  readonly patrolId: Uuid;
  readonly windowId: Uuid;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
  readonly loss: LossReason | null;
}

/** Slots of published plans that start within a span, in order, with the reason where they were lost. */
export async function publishedSlots(
  db: Executor,
  span: TimeSpan,
  hotSpotIds: readonly Uuid[],
): Promise<PlannedSlot[]> {
  if (hotSpotIds.length === 0) return [];
  const rows = await db
    .selectFrom('planned_visit as visit')
    .innerJoin('plan', 'plan.id', 'visit.plan_id')
    .leftJoin('planned_loss as loss', 'loss.slot_id', 'visit.slot_id')
    .where('plan.status', '=', 'published')
    .where('visit.hot_spot_id', 'in', hotSpotIds)
    .where('visit.starts_at', '>=', span.from)
    .where('visit.starts_at', '<', span.to)
    .select([
      'visit.slot_id',
      'visit.hot_spot_id',
      'visit.patrol_id',
      'visit.window_id',
      'visit.starts_at',
      'visit.ends_at',
      'loss.reason',
    ])
    .orderBy('visit.starts_at')
    .execute();
  return rows.map((row) => ({
    slotId: row.slot_id,
    hotSpotId: row.hot_spot_id,
    patrolId: row.patrol_id,
    windowId: row.window_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    loss: row.reason as LossReason | null,
  }));
}

/** The published planned visit of a slot, with its shift. */
export async function publishedSlot(
  db: Executor,
  slotId: Uuid,
): Promise<{ readonly shiftId: Uuid; readonly visit: PlannedVisit } | null> {
  const row = await db
    .selectFrom('planned_visit')
    .innerJoin('plan', 'plan.id', 'planned_visit.plan_id')
    .where('plan.status', '=', 'published')
    .where('planned_visit.slot_id', '=', slotId)
    .selectAll('planned_visit')
    .select('plan.shift_id')
    .executeTakeFirst();
  return row ? { shiftId: row.shift_id, visit: toVisit(row) } : null;
}

export async function lossesOfSlots(
  db: Executor,
  slotIds: readonly Uuid[],
): Promise<Map<Uuid, LossReason>> {
  if (slotIds.length === 0) return new Map();
  const query = db.selectFrom('planned_loss').select(['slot_id', 'reason']);
  const rows = await query.where('slot_id', 'in', slotIds).execute();
  return new Map(rows.map((row) => [row.slot_id, row.reason as LossReason]));
}

export async function saveLoss(
  tx: Executor,
  slotId: Uuid,
  reason: LossReason,
  by: Uuid,
  now: EpochMs,
): Promise<void> {
  const row = { slot_id: slotId, reason, recorded_by: by, recorded_at: now };
  await tx
    .insertInto('planned_loss')
    .values(row)
    .onConflict((conflict) => conflict.column('slot_id').doUpdateSet(row))
    .execute();
}

/** Takes a recorded loss back; false where there was none. */
export async function deleteLoss(tx: Executor, slotId: Uuid): Promise<boolean> {
  const done = await tx.deleteFrom('planned_loss').where('slot_id', '=', slotId).executeTakeFirst();
  return done.numDeletedRows > 0n;
}

async function visitRows(db: Executor, planIds: readonly Uuid[]): Promise<PlannedVisitTable[]> {
  if (planIds.length === 0) return [];
  const query = db.selectFrom('planned_visit').selectAll().where('plan_id', 'in', planIds);
  return query.orderBy('starts_at').execute();
}

function toPlan(row: PlanTable, visits: readonly PlannedVisitTable[]): StoredPlan {
  return {
    id: row.id,
    shiftId: row.shift_id,
    number: row.number,
    status: row.status as PlanStatus,
    seed: row.seed,
    iterations: row.iterations,
    varied: row.varied,
    strands: row.strands,
    bestValue: row.best_value,
    value: row.value,
    createdBy: row.created_by,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    revision: row.revision,
    replannedBy: row.replanned_by,
    visits: visits.filter((visit) => visit.plan_id === row.id).map(toVisit),
    breaks: JSON.parse(row.breaks) as PlannedBreak[],
    unmet: JSON.parse(row.unmet) as UnmetDemand[],
  };
}

function toVisit(row: PlannedVisitTable): PlannedVisit {
  return {
    id: row.id,
    slotId: row.slot_id,
    patrolId: row.patrol_id,
    hotSpotId: row.hot_spot_id,
    windowId: row.window_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    pinned: row.pinned === 1,
    reasons: JSON.parse(row.reasons) as PlanReason[],
  };
}

function toRow(plan: StoredPlan): PlanTable {
  return {
    id: plan.id,
    shift_id: plan.shiftId,
    number: plan.number,
    status: plan.status,
    seed: plan.seed,
    iterations: plan.iterations,
    varied: plan.varied,
    strands: plan.strands,
    best_value: plan.bestValue,
    value: plan.value,
    unmet: JSON.stringify(plan.unmet),
    breaks: JSON.stringify(plan.breaks),
    created_by: plan.createdBy,
    created_at: plan.createdAt,
    published_at: plan.publishedAt,
    revision: plan.revision,
    replanned_by: plan.replannedBy,
  };
}

function toVisitRow(planId: Uuid, visit: PlannedVisit): PlannedVisitTable {
  return {
    id: visit.id,
    plan_id: planId,
    slot_id: visit.slotId,
    patrol_id: visit.patrolId,
    hot_spot_id: visit.hotSpotId,
    window_id: visit.windowId,
    starts_at: visit.startsAt,
    ends_at: visit.endsAt,
    pinned: visit.pinned ? 1 : 0,
    reasons: JSON.stringify(visit.reasons),
  };
}
