/** The weekly focus: up to three hot spots that are worth more to the planner for seven days. */
import { z } from 'zod';
import { LIMITS } from '../paths.ts';
import { id, line, localDate, municipalityCode, newId, operationalDate } from './common.ts';

export const focus = z
  .strictObject({
    id,
    hotSpotId: id,
    municipality: z.string(),
    code: z.string(),
    name: z.string(),
    from: operationalDate,
    to: operationalDate,
    endedOn: operationalDate.nullable().meta({
      description: 'Taken back: not in force from this day. Null: it ends by itself.',
    }),
    reason: z.string(),
    source: z.string(),
  })
  .meta({ id: 'WeeklyFocus' });

export const focusQuery = z.strictObject({ municipality: municipalityCode.optional() });

export const focusList = z.strictObject({
  today: operationalDate,
  focuses: z.array(focus).meta({ description: 'Of the last two years and to come, newest first.' }),
});

export const setFocusBody = z.strictObject({
  id: newId,
  hotSpotId: id,
  from: localDate.meta({ description: 'The first of its seven operational days.' }),
  reason: line(LIMITS.note).min(1),
  source: line(LIMITS.name).min(1),
  noteConfirmed: z.boolean().default(false).meta({
    description: 'The writer has seen the warning that the text looks like data on a person.',
  }),
});
