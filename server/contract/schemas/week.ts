/** A week: the shifts of seven operational days planned together, saved together and published together. */
import { z } from 'zod';
import { FIELD_TEXTS } from '../field-texts.ts';
import { id, instant, localDate, operationalDate, revision } from './common.ts';
import { plan, saveDraftBody } from './plans.ts';

/** More shifts than this are no week of one district. */
const MOST_SHIFTS = 60;

export const weekParam = z.strictObject({
  date: localDate.meta({ description: 'The first of the seven operational days.' }),
});

const seenRevision = z
  .number()
  .int()
  .min(0)
  .meta({ description: "Revision of the shift's newest plan; 0: it has none." });

const weekShift = z.strictObject({
  shiftId: id,
  date: operationalDate,
  startsAt: instant,
  endsAt: instant,
  patrols: z.array(
    z.strictObject({
      id,
      callSign: z.string(),
      officers: z.number().int(),
      startsAt: instant,
      endsAt: instant,
    }),
  ),
  plan: plan.nullable().meta({ description: 'The newest, draft or published.' }),
  revision: seenRevision,
  isOpen: z.boolean().meta({
    description: 'Planned with the week: not begun, has patrols, newest plan a draft or none.',
  }),
});

/** What `planWeek` and `weekFigures` of the core compute with, in the browser. */
const weekTask = z.looseObject({}).meta({ id: 'WeekTask' });

export const week = z
  .strictObject({
    from: operationalDate,
    days: z.array(operationalDate).length(7),
    shifts: z.array(weekShift),
    task: weekTask,
  })
  .meta({ id: 'Week' });

const isEachOnce = (ids: readonly string[]) => new Set(ids).size === ids.length;

export const saveWeekBody = z.strictObject({
  shifts: z
    .array(z.strictObject({ shiftId: id, ifRevision: seenRevision, ...saveDraftBody.shape }))
    .min(1)
    .max(MOST_SHIFTS)
    .refine((all) => isEachOnce(all.map(({ shiftId }) => shiftId)), {
      error: FIELD_TEXTS.weekShifts.en,
    })
    .refine((all) => isEachOnce(all.map(({ planId }) => planId)), {
      error: FIELD_TEXTS.weekPlans.en,
    }),
});

export const publishWeekBody = z.strictObject({
  plans: z
    .array(z.strictObject({ id, ifRevision: revision }))
    .min(1)
    .max(MOST_SHIFTS)
    .refine((all) => isEachOnce(all.map((one) => one.id)), { error: FIELD_TEXTS.weekPlans.en }),
});

/** In the order in which they were sent. */
export const weekPlans = z.strictObject({ plans: z.array(plan) }).meta({ id: 'WeekPlans' });
