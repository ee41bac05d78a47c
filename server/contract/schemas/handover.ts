/** What one shift leaves to the next. */
import { z } from 'zod';
import { VISIT_SOURCES } from '#core/model.ts';
import { id, instant, operationalDate } from './common.ts';
import { lossReason } from './plans.ts';
import { visitOutcome } from './visits.ts';

const place = { code: z.string(), name: z.string() };
const count = z.number().int();

export const handover = z
  .strictObject({
    shiftId: id,
    date: operationalDate,
    startsAt: instant,
    endsAt: instant,
    callSigns: z.array(z.string()),
    planned: count,
    done: count.meta({ description: 'Planned visits that were made, short ones too.' }),
    visits: z.array(
      z.strictObject({
        id,
        ...place,
        startedAt: instant,
        endedAt: instant.nullable(),
        source: z.enum(VISIT_SOURCES),
        late: z.boolean(),
        outcome: visitOutcome,
        note: z.string(),
      }),
    ),
    missed: z.array(
      z.strictObject({
        slotId: id,
        ...place,
        startsAt: instant,
        callSign: z.string(),
        loss: lossReason.nullable().meta({ description: 'Null: nobody has said why.' }),
      }),
    ),
    inherited: z.array(
      z.strictObject({
        ...place,
        opens: instant,
        closes: instant,
        wanted: count,
        missing: count.meta({ description: 'Doses that the window has not had.' }),
        canBeGiven: z.boolean().meta({ description: 'The window is open after the shift.' }),
      }),
    ),
  })
  .meta({ id: 'Handover' });
