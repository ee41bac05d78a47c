/** What a phone did without network, in one request: each item is parsed and answered on its own. */
import { z } from 'zod';
import { LIMITS } from '../paths.ts';
import { problemDocument } from '../problem.ts';
import { deviceInstant, id, instant, line, newId } from './common.ts';
import { recordLossBody } from './plans.ts';
import { joinPatrolBody } from './shifts.ts';
import { changeVisitBody, createVisitBody, visit } from './visits.ts';

const press = {
  id: newId,
  madeAt: deviceInstant,
  skewMs: z.number().int().nullable().meta({
    description:
      "How far the server is ahead of the phone's clock, as the phone knew it when the button was pressed; the body's times are put right by it. null: not known, the body's times are the phone's own.",
  }),
};

export const outboxItem = z.discriminatedUnion('kind', [
  z.strictObject({ ...press, kind: z.literal('create-visit'), body: createVisitBody }),
  z.strictObject({
    ...press,
    kind: z.literal('change-visit'),
    visitId: id,
    body: changeVisitBody,
  }),
  z.strictObject({ ...press, kind: z.literal('record-loss'), slotId: id, body: recordLossBody }),
  z.strictObject({ ...press, kind: z.literal('withdraw-loss'), slotId: id }),
  z.strictObject({ ...press, kind: z.literal('join-patrol'), body: joinPatrolBody }),
  z.strictObject({
    ...press,
    kind: z.literal('drop'),
    subject: line(60).min(1),
    code: line(40)
      .min(1)
      .meta({ description: 'The code of the problem that it was refused with.' }),
    reason: line(200).min(3),
  }),
]);

export type OutboxItem = z.output<typeof outboxItem>;
export type WireOutboxItem = z.input<typeof outboxItem>;

/** The envelope alone: a malformed item is refused by itself, and its neighbours are taken in. */
export const syncBody = z.strictObject({
  account: id.meta({
    description: 'Whose outbox it is: where another account is signed in, it waits for its own.',
  }),
  sentAt: deviceInstant,
  items: z
    .array(
      z.unknown().meta({
        description: 'An outbox item.',
        override: ({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }) => {
          Object.assign(jsonSchema, z.toJSONSchema(outboxItem, { io: 'input' }));
          delete jsonSchema.$schema;
        },
      }),
    )
    .max(LIMITS.outboxItems),
});

const answered = { id: z.string().meta({ description: "The item's; empty where it has none." }) };

export const syncAnswer = z.discriminatedUnion('status', [
  z.strictObject({
    ...answered,
    status: z.literal('done'),
    visit: visit.nullable().meta({ description: 'As it stands now.' }),
  }),
  z.strictObject({ ...answered, status: z.literal('refused'), problem: problemDocument }),
  z
    .strictObject({ ...answered, status: z.literal('waits') })
    .meta({ description: 'Not tried: an item before it about the same thing was refused.' }),
]);

export const syncReply = z.strictObject({
  now: instant.meta({ description: "The server's clock, to measure the phone's against." }),
  answers: z.array(syncAnswer).meta({ description: 'One an item, in order.' }),
});
