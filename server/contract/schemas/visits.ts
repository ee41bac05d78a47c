/** Visits: what truly happened, version by version. */
import { z } from 'zod';
import { VISIT_SOURCES } from '#core/model.ts';
import { FIELD_TEXTS } from '../field-texts.ts';
import { LIMITS } from '../paths.ts';
import {
  deviceInstant,
  id,
  instant,
  line,
  localDate,
  municipalityCode,
  newId,
  nextPage,
  pageQuery,
  paragraph,
  refuseStrangePeriod,
} from './common.ts';

const counter = z.number().int().min(0).max(999);

export const visitOutcome = z.strictObject({
  contacts: counter,
  actions: counter,
  observations: counter,
  interventions: counter,
});

const note = paragraph(LIMITS.note);
const officers = z.number().int().min(1).max(12);
const reason = line(200).min(3);

export const visit = z
  .strictObject({
    id,
    versionNumber: z.number().int(),
    hotSpotId: id,
    hotSpotVersionId: id,
    patrolId: id.nullable(),
    slotId: id.nullable(),
    startedAt: instant,
    endedAt: instant.nullable(),
    officers,
    source: z.enum(VISIT_SOURCES),
    late: z.boolean(),
    outcome: visitOutcome,
    note,
    voided: z.boolean(),
  })
  .meta({ id: 'Visit' });

export const createVisitBody = z.strictObject({
  id: newId,
  hotSpotId: id,
  patrolId: id.nullable(),
  slotId: id.nullable().default(null),
  startedAt: instant,
  endedAt: instant.nullable().default(null),
  officers: officers.default(2),
  late: z.boolean().default(false),
  outcome: visitOutcome.default({ contacts: 0, actions: 0, observations: 0, interventions: 0 }),
  note: note.default(''),
  noteConfirmed: z.boolean().default(false).meta({
    description: 'The writer has seen the warning that the note looks like data on a person.',
  }),
  separate: z.boolean().default(false).meta({
    description: 'The writer says that it is another visit than the one it overlaps.',
  }),
});

/**
 * A visit is never edited. `end`, `tally` and `reopen` (undo of an end) belong to logging; `correct` and `void` need a reason.
 * `basedOn` is the version that the writer saw: another one in between is a conflict, told and lost by nobody.
 */
const changed = {
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  officers: officers.optional(),
  hotSpotId: id.optional(),
  outcome: visitOutcome.optional(),
  note: note.optional(),
  noteConfirmed: z.boolean().default(false),
};
const version = { id: newId, basedOn: z.number().int().min(1) };

export const changeVisitBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...version, kind: z.literal('end'), endedAt: instant }),
  z.strictObject({ ...version, kind: z.literal('reopen') }),
  z.strictObject({
    ...version,
    kind: z.literal('tally'),
    outcome: visitOutcome,
    note: note.default(''),
    noteConfirmed: z.boolean().default(false),
  }),
  z.strictObject({ ...version, kind: z.literal('correct'), reason, ...changed }),
  z.strictObject({
    ...version,
    kind: z.literal('void'),
    reason,
    noteConfirmed: z.boolean().default(false),
  }),
]);

export const visitQuery = z
  .strictObject({
    from: localDate,
    to: localDate,
    municipality: municipalityCode.optional(),
    hotSpotId: id.optional(),
    ...pageQuery,
  })
  .superRefine(refuseStrangePeriod(20, FIELD_TEXTS.longReport));

export const visitPage = z.strictObject({ visits: z.array(visit), next: nextPage });

export const visitHistory = z.strictObject({
  versions: z.array(
    z.strictObject({
      ...visit.shape,
      kind: z.enum(['create', 'end', 'reopen', 'tally', 'correct', 'void']),
      reason: z.string(),
      recordedAt: instant,
      notedAt: deviceInstant
        .nullable()
        .meta({ description: "What the phone's own clock said when the button was pressed." }),
      skewMs: z
        .number()
        .int()
        .nullable()
        .meta({ description: 'Milliseconds that were added to that to get the true time.' }),
    }),
  ),
});
