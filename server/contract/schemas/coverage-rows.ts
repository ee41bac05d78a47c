/** The rows behind a figure of coverage. */
import { z } from 'zod';
import { daysIn } from '#core/calendar/period.ts';
import { GAP_BOUNDS_HOURS } from '#core/dosage/coverage-figures.ts';
import { LOSS_REASONS, VISIT_SOURCES } from '#core/model.ts';
import { LONGEST_AFRESH_DAYS } from '../coverage-limits.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { id, instant, nextPage, pageQuery } from './common.ts';
import { filter, refuseStrangeFilter } from './coverage-query.ts';
import { lossReason } from './plans.ts';

const count = z.number().int().min(0);
const minutes = z.number().min(0);

/**
 * `present`: doses and short visits that touch the period, what the minutes and the median are counted from. `above`:
 * those that stayed beyond their ceiling. `gap`: the time between two doses, and at the edges of the period.
 */
export const ROW_KINDS = [
  'promised',
  'planned',
  'delivered',
  'present',
  'above',
  'short',
  'lost',
  'gap',
] as const;

export const coverageRowsQuery = z
  .strictObject({
    ...filter,
    hotSpotId: id.optional(),
    kind: z.enum(ROW_KINDS),
    source: z.enum(VISIT_SOURCES).optional(),
    late: z.stringbool().optional(),
    loss: z
      .enum([...LOSS_REASONS, 'none'])
      .optional()
      .meta({ description: 'Of what was lost; none: nobody has said why.' }),
    offered: z.stringbool().optional().meta({
      description: 'Of what was lost: true for offered and missed, false for never offered.',
    }),
    gapBin: z.coerce.number().int().min(0).max(GAP_BOUNDS_HOURS.length).optional().meta({
      description: 'Of the gaps: the place in gaps.byLength. Those at the edges are in none.',
    }),
    cell: z.coerce.number().int().min(0).max(167).optional().meta({
      description: 'Of the day × hour grid: Monday’s 24 hours from the start of the day, then on.',
    }),
    ...pageQuery,
  })
  .superRefine(refuseStrangeFilter)
  .superRefine((query, context) => {
    if (query.kind !== 'gap' || daysIn(query) <= LONGEST_AFRESH_DAYS) return;
    context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longGaps.en });
  });

export const coverageRows = z
  .strictObject({
    kind: z.enum(ROW_KINDS),
    rows: z
      .array(
        z.strictObject({
          id: z.string(),
          hotSpotId: id,
          code: z.string(),
          name: z.string(),
          from: instant,
          to: instant.meta({ description: 'Of a visit that goes on: until when it is counted.' }),
          minutes: minutes.meta({
            description: 'Of a visit: the part in the period; of above: beyond the ceiling.',
          }),
          officers: count.nullable().meta({ description: 'Of a visit: how many were there.' }),
          source: z.enum(VISIT_SOURCES).nullable(),
          late: z.boolean(),
          doses: count.meta({
            description: 'Doses wanted for a promised window; 1 or 0 otherwise.',
          }),
          answered: count.nullable().meta({ description: 'Doses that a promised window got.' }),
          loss: lossReason.nullable(),
          edge: z.boolean().meta({
            description: 'Of a gap: it begins or ends with the period, not with a dose.',
          }),
          callSign: z.string().nullable(),
        }),
      )
      .meta({ description: 'Newest first; gaps: longest first.' }),
    next: nextPage,
  })
  .meta({ id: 'CoverageRows' });
