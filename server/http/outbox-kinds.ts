/** What each kind of outbox item does: the same as its route. A new kind is a line here and a schema in the contract. */
import type { Reply } from '#contract/api.ts';
import type { OutboxItem } from '#contract/schemas/outbox.ts';
import type { Executor } from '../store/database.ts';
import { dropItem } from '../usecases/outbox/drop-item.ts';
import { joinPatrol } from '../usecases/shifts/my-shift.ts';
import { type Answer, type Call, circumstances } from './call.ts';
import { planHandlers } from './handlers/plans.ts';
import { visitHandlers } from './handlers/visits.ts';

type Visit = Reply<'createVisit'>;
type SyncCall = Call<'syncOutbox'>;
type Kind = OutboxItem['kind'];
type ItemOf<K extends Kind> = Extract<OutboxItem, { kind: K }>;

export interface Carried extends Pick<Answer<'syncOutbox'>, 'audit' | 'touches'> {
  readonly visit?: Visit;
}

type CarryOut<K extends Kind> = (
  tx: Executor,
  item: ItemOf<K>,
  call: SyncCall,
) => Promise<Carried> | Carried;

const ofVisit = ({ reply, audit, touches }: Answer<'createVisit' | 'changeVisit'>): Carried => ({
  visit: reply as Visit,
  ...(audit && { audit }),
  ...(touches && { touches }),
});

const KINDS: { readonly [K in Kind]: CarryOut<K> } = {
  'create-visit': async (tx, { body }, call) =>
    ofVisit(await visitHandlers.createVisit.run(tx, { ...call, body, params: undefined }, null)),
  'change-visit': async (tx, { body, visitId }, call) =>
    ofVisit(
      await visitHandlers.changeVisit.run(tx, { ...call, body, params: { id: visitId } }, null),
    ),
  'record-loss': (tx, { body, slotId }, call) =>
    planHandlers.recordLoss.run(tx, { ...call, body, params: { id: slotId } }, null),
  'withdraw-loss': (tx, { slotId }, call) =>
    planHandlers.withdrawLoss.run(tx, { ...call, body: undefined, params: { id: slotId } }, null),
  'join-patrol': async (tx, { body }, call) => {
    const { audit } = await joinPatrol(tx, body.patrolId, circumstances(call));
    return { audit };
  },
  drop: (_tx, item) => ({ audit: dropItem(item).audit }),
};

/** @throws Problem as the item's route would */
export async function carryOut(tx: Executor, item: OutboxItem, call: SyncCall): Promise<Carried> {
  const carry = KINDS[item.kind] as CarryOut<Kind>;
  return carry(tx, item, call);
}
