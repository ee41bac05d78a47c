/** The rest of a patrol's shift, planned on its phone: what it needs for that, and what comes of it. */
import { z } from 'zod';
import { id, instant, newId } from './common.ts';
import { plannedBreak, plannedVisit, planning, saveDraftBody, unmetDemand } from './plans.ts';

const timeSpan = z.strictObject({ from: instant, to: instant });

export const myPlanning = z
  .strictObject({
    madeAt: instant,
    patrolId: id.nullable(),
    planId: id.nullable().meta({ description: 'The published plan; null: there is none to mend.' }),
    unavailable: z.array(timeSpan),
    visits: z.array(plannedVisit).meta({ description: 'Of this patrol.' }),
    breaks: z.array(plannedBreak).meta({ description: 'Of this patrol.' }),
    unmet: z.array(unmetDemand),
    task: planning.shape.task.nullable().meta({
      description: 'With this patrol alone: what the others have ahead stands where it is.',
    }),
  })
  .meta({ id: 'MyPlanning' });

export const replanBody = z.strictObject({
  planId: newId.meta({ description: "The new version's." }),
  basedOn: id.meta({ description: 'The published plan that the phone has mended.' }),
  patrolId: id,
  away: timeSpan.nullable().meta({ description: 'The call; null: none, the patrol is back.' }),
  back: timeSpan
    .nullable()
    .default(null)
    .meta({ description: 'A call that is taken back, as it was told.' }),
  visits: saveDraftBody.shape.visits.meta({ description: 'All of this patrol, past ones too.' }),
  breaks: saveDraftBody.shape.breaks.meta({ description: 'All of this patrol, past ones too.' }),
});
