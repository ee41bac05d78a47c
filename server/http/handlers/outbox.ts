/** What phones did without network: each item in a savepoint of its own, so that a bad one blocks none of the others. */
import type { Reply } from '#contract/api.ts';
import { visit as visitSchema } from '#contract/schemas/visits.ts';
import { Problem } from '../../problem.ts';
import type { AuditEntry } from '../../store/audit.ts';
import { type Executor, inSavepoint } from '../../store/database.ts';
import { visitById } from '../../store/visits.ts';
import type { Touch } from '../../usecases/coverage/coverage-memory.ts';
import { takeInOnce } from '../../usecases/outbox/take-in-once.ts';
import { visitReply } from '../../usecases/visits/visit-reply.ts';
import type { Call, Handler } from '../call.ts';
import { type ReadItem, readItems, type UnreadableItem } from '../outbox-item.ts';
import { type Carried, carryOut } from '../outbox-kinds.ts';
import { problemDocumentOf, problemOf, withCurrent } from '../problem-reply.ts';

type SyncCall = Call<'syncOutbox'>;
type ItemAnswer = Reply<'syncOutbox'>['answers'][number];

interface Outcome {
  readonly answer: ItemAnswer;
  readonly audit: readonly AuditEntry[];
  readonly touches: readonly Touch[];
}

const syncOutbox: Handler<'syncOutbox'> = {
  run: async (tx, call) => {
    if (call.body.account !== call.by?.id) throw new Problem('signed-out');
    const held = new Set<string>();
    const outcomes: Outcome[] = [];
    for (const one of readItems(call.body.items, { ...call.body, now: call.now })) {
      const outcome = held.has(one.subject) ? waits(one) : await answerTo(tx, one, call);
      if (outcome.answer.status !== 'done') held.add(one.subject);
      outcomes.push(outcome);
    }
    return {
      reply: { now: call.now, answers: outcomes.map(({ answer }) => answer) },
      audit: outcomes.flatMap(({ audit }) => audit),
      touches: outcomes.flatMap(({ touches }) => touches),
    };
  },
};

const waits = ({ id }: ReadItem | UnreadableItem): Outcome => ({
  answer: { id, status: 'waits' },
  audit: [],
  touches: [],
});

/** A defect too is one item's: logged whole, and the phone tries that item again later. */
async function answerTo(
  tx: Executor,
  one: ReadItem | UnreadableItem,
  call: SyncCall,
): Promise<Outcome> {
  if (!('item' in one)) return refusal(one.id, one.problem);
  try {
    return await inSavepoint(tx, () => takenIn(tx, one, call));
  } catch (error) {
    const known = problemOf(error);
    if (!known) call.services.log.error({ err: error, kind: one.item.kind }, 'defect');
    return refusal(one.id, known ?? new Problem('defect'));
  }
}

async function takenIn(tx: Executor, one: ReadItem, call: SyncCall): Promise<Outcome> {
  const { id, sent, item, press } = one;
  const work = async (): Promise<Carried & { readonly visitId: string | null }> => {
    const carried = await carryOut(tx, item, { ...call, press });
    return { ...carried, visitId: carried.visit?.id ?? null };
  };
  const taken: Partial<Carried> & { readonly visitId: string | null } = await takeInOnce(
    tx,
    sent,
    call.now,
    work,
  );
  const known = taken.visitId === null ? null : await visitById(tx, taken.visitId);
  return {
    answer: { id, status: 'done', visit: known && visitReply(known) },
    audit: [taken.audit ?? []].flat(),
    touches: taken.touches ?? [],
  };
}

function refusal(id: string, problem: Problem): Outcome {
  const shown = withCurrent(problem, visitSchema) as Problem;
  return {
    answer: { id, status: 'refused', problem: problemDocumentOf(shown) },
    audit: [],
    touches: [],
  };
}

export const outboxHandlers = { syncOutbox };
