/** What coverage is asked about: days, places and hours of the week, and how much at a time. */
import { z } from 'zod';
import { daysIn } from '#core/calendar/period.ts';
import {
  LONGEST_AFRESH_DAYS,
  LONGEST_VISIT_BOOK_DAYS,
  LONGEST_VISIT_LIST_DAYS,
} from '../coverage-limits.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { line, localDate, municipalityCode, refuseStrangePeriod } from './common.ts';

export const period = {
  from: localDate.meta({ description: 'First operational day.' }),
  to: localDate.meta({ description: 'Last operational day, included.' }),
};

const asReport = refuseStrangePeriod(20, FIELD_TEXTS.longReport);

const hourOfDay = z.coerce.number().int().min(0).max(23);

export const filter = {
  ...period,
  municipality: municipalityCode.optional(),
  tag: line(30).optional().meta({ description: 'Only hot spots that have it.' }),
  weekdays: z
    .string()
    .regex(/^[1-7](,[1-7]){0,6}$/, { error: FIELD_TEXTS.weekdayList.en })
    .optional()
    .meta({
      description: 'ISO weekdays of the operational day, 1 = Monday: `5,6`.',
      example: '5,6',
    }),
  fromHour: hourOfDay.optional().meta({
    description:
      'With toHour: only what begins from the one wall-clock hour to the other, over midnight too.',
  }),
  toHour: hourOfDay.optional(),
};

interface AskedHours {
  readonly fromHour?: number | undefined;
  readonly toHour?: number | undefined;
}

interface Filtered {
  readonly from: string;
  readonly to: string;
  readonly weekdays?: string | undefined;
}

function refuseHalfHours({ fromHour, toHour }: AskedHours, context: z.core.$RefinementCtx): void {
  if ((fromHour === undefined) === (toHour === undefined)) return;
  const path = [fromHour === undefined ? 'fromHour' : 'toHour'];
  context.addIssue({ code: 'custom', path, message: FIELD_TEXTS.bothHours.en });
}

function refuseLongFilter(query: AskedHours & Filtered, context: z.core.$RefinementCtx): void {
  const isFiltered = query.weekdays !== undefined || query.fromHour !== undefined;
  if (!isFiltered || daysIn(query) <= LONGEST_AFRESH_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longFilter.en });
}

/** What every query of coverage is held to. */
export function refuseStrangeFilter(
  query: AskedHours & Filtered,
  context: z.core.$RefinementCtx,
): void {
  asReport(query, context);
  refuseHalfHours(query, context);
  refuseLongFilter(query, context);
}

export const coverageQuery = z.strictObject(filter).superRefine(refuseStrangeFilter);

export const visitListQuery = coverageQuery.superRefine((query, context) => {
  if (daysIn(query) <= LONGEST_VISIT_LIST_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longList.en });
});

export const visitBookQuery = coverageQuery.superRefine((query, context) => {
  if (daysIn(query) <= LONGEST_VISIT_BOOK_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longVisitBook.en });
});

export const redrawnQuery = coverageQuery.superRefine(({ from, to }, context) => {
  if (to < from || daysIn({ from, to }) <= LONGEST_AFRESH_DAYS) return;
  context.addIssue({ code: 'custom', path: ['to'], message: FIELD_TEXTS.longRedrawn.en });
});
