/** Plans: proposed, changed by hand, published; and what came of each planned visit. */
import { z } from 'zod';
import { PLANNED_VISIT_STATES } from '#core/dosage/planned-visit-state.ts';
import { LOSS_REASONS, PLAN_STATUSES } from '#core/model.ts';
import { USUAL_TOLERANCE } from '#core/planner/vary/vary-plan.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { id, instant, newId, operationalDate, revision } from './common.ts';

export const planReason = z.strictObject({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const lossReason = z.enum(LOSS_REASONS);

export const plannedVisitState = z.enum(PLANNED_VISIT_STATES);

export const plannedVisit = z.strictObject({
  id,
  slotId: id,
  patrolId: id,
  hotSpotId: id,
  windowId: id,
  startsAt: instant,
  endsAt: instant,
  pinned: z.boolean(),
  reasons: z.array(planReason),
});

export const plannedBreak = z.strictObject({ patrolId: id, startsAt: instant, endsAt: instant });

export const unmetDemand = z.strictObject({
  hotSpotId: id,
  windowId: id,
  missing: z.number().int(),
  reason: planReason,
});

/** How a plan was sought: the same again gives the same plan. */
const planSearch = z.strictObject({
  seed: z.number().int(),
  iterations: z.number().int(),
  varied: z.number().int(),
  strands: z.number().int(),
  bestValue: z.number().nullable(),
});

export const plan = z
  .strictObject({
    id,
    shiftId: id,
    number: z.number().int(),
    status: z.enum(PLAN_STATUSES),
    ...planSearch.shape,
    value: z.number(),
    createdAt: instant,
    publishedAt: instant.nullable(),
    revision,
    replannedBy: id.nullable().meta({
      description: 'The patrol that made this version on its phone; null: the shift lead did.',
    }),
    visits: z.array(plannedVisit),
    breaks: z.array(plannedBreak),
    unmet: z.array(unmetDemand),
  })
  .meta({ id: 'Plan' });

export const planList = z.strictObject({
  plans: z.array(
    z.strictObject({
      id,
      number: z.number().int(),
      status: z.enum(PLAN_STATUSES),
      createdAt: instant,
      publishedAt: instant.nullable(),
      visits: z.number().int(),
    }),
  ),
});

/** How far behind a hot spot is in this shift: the ranking beside the map. */
const demand = z.strictObject({
  hotSpotId: id,
  windowId: id,
  date: operationalDate,
  opens: instant,
  closes: instant,
  doses: z.number().int(),
  delivered: z.number().int(),
  elsewhere: z.number().int().meta({ description: 'Doses that other shifts plan in the window.' }),
});

/** The planning task in the planner's own minutes: the browser checks each drag against it with the same code. */
const planningTask = z.looseObject({}).meta({ id: 'PlanningTask' });

const slotOutcome = z.strictObject({
  slotId: id,
  state: plannedVisitState,
  loss: lossReason.nullable(),
  visitId: id.nullable(),
});

export const planning = z
  .strictObject({
    shiftId: id,
    plan: plan.nullable(),
    task: planningTask,
    demands: z.array(demand),
    outcomes: z.array(slotOutcome),
  })
  .meta({ id: 'Planning' });

/** The same shift: of the municipality, and begun nearest to a week before by local time, at most three hours from it. */
export const weekBefore = z
  .strictObject({
    shift: z
      .strictObject({ id, date: operationalDate, startsAt: instant, endsAt: instant })
      .nullable()
      .meta({ description: 'Null: there was none.' }),
    visits: z
      .array(
        z.strictObject({
          slotId: id,
          patrolId: id,
          hotSpotId: id,
          code: z.string(),
          name: z.string(),
          startsAt: instant,
          endsAt: instant,
          state: plannedVisitState,
        }),
      )
      .nullable()
      .meta({ description: 'Of its published plan; null: none was published.' }),
  })
  .meta({ id: 'WeekBefore' });

export const proposeBody = z.strictObject({
  planId: newId,
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  keepPinned: z.boolean().default(true),
  timeMs: z.number().int().min(50).max(10_000).default(1_000),
  tolerance: z
    .number()
    .min(0)
    .max(0.2)
    .default(USUAL_TOLERANCE)
    .meta({ description: 'Share of the best value that may be given for being hard to predict.' }),
});

export const saveDraftBody = z.strictObject({
  planId: newId.meta({
    description: 'Id for the draft, if a new one must be opened beside a published plan.',
  }),
  visits: z
    .array(plannedVisit.omit({ reasons: true }))
    .max(200)
    .refine((all) => new Set(all.map(({ slotId }) => slotId)).size === all.length, {
      error: FIELD_TEXTS.slotIds.en,
    }),
  breaks: z.array(plannedBreak).max(20),
  search: planSearch.optional().meta({
    description:
      'For a proposal that was searched for on the device: how, so that it can be made again.',
  }),
});

export const recordLossBody = z.strictObject({ reason: lossReason });
