/** The planner's problem as JSON: the form of `npm run solve`, and of whoever plans by file. */
import { z } from 'zod';
import type { PlanningProblem } from '#core/planner/problem.ts';

const whole = { error: 'give a whole number of minutes' };
const minute = z.int(whole).min(-100_000).max(100_000);
const minutes = z.int(whole).min(0).max(100_000);
const index = z.int({ error: 'give an index, counted from 0' }).min(0);
const name = z.string({ error: 'give an id of its own' }).min(1);

const window = z.object({
  open: minute,
  close: minute,
  target: z.int({ error: 'give a whole number of doses' }).min(0).max(100),
  weight: z.number({ error: 'give the worth of the first dose' }).min(0).max(1e6),
  crew: z.int().min(1).optional(),
});

const hotSpot = z.object({
  id: name,
  place: index,
  dwell: z.int(whole).min(1).max(1440),
  leastDwell: z.int(whole).min(1).max(1440).optional(),
  spacing: minutes,
  lastStart: minute.optional(),
  taken: z
    .array(z.object({ start: minute, dwell: z.int(whole).min(1).max(1440).optional() }))
    .max(100)
    .optional(),
  maxDoses: z.int().min(0).optional(),
  windows: z.array(window).max(100),
});

const patrol = z.object({
  id: name,
  start: minute,
  end: minute,
  from: index,
  to: index,
  break: z.object({ dur: minutes, earliest: minute, latest: minute }).nullish(),
  maxBusy: minutes.optional(),
  unavailable: z
    .array(z.object({ start: minute, end: minute }))
    .max(50)
    .optional(),
  crew: z.int().min(0).optional(),
  legs: z.array(z.array(minutes)).optional(),
});

const lockedVisit = z.object({
  patrol: index,
  hotspot: index,
  start: minute,
  dwell: z.int(whole).min(1).max(1440).optional(),
  window: index.optional(),
});

/** Fields that the planner has no use for are let through unread. `problemFaults` says what a schema cannot. */
export const planningProblemSchema = z.object(
  {
    places: z.array(z.object({ x: z.number(), y: z.number() })).max(1000),
    walk: z.array(z.array(minutes)),
    hotspots: z.array(hotSpot).max(1000),
    patrols: z.array(patrol).max(100),
    locked: z.array(lockedVisit).max(1000).optional(),
    gamma: z.number({ error: 'give the worth of a further dose, 0–1' }).min(0).max(1),
    beyond: z.number({ error: 'give the worth beyond the target, 0–1' }).min(0).max(1),
    promise: z.number().min(0).max(1).optional(),
  },
  { error: 'give a planning problem as one JSON object' },
) satisfies z.ZodType<PlanningProblem>;
