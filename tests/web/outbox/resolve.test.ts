/** What comes of a choice: nothing that was counted or noted is lost. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VisitOutcome } from '#core/model.ts';
import { choicesFor } from '../../../web/outbox/choices.ts';
import type {
  AnsweredVisit,
  KeptItem,
  RefusedItem,
  WireOutboxItem,
} from '../../../web/outbox/item.ts';
import { drop, endOther, joinedNote, keepTwo, makeOne } from '../../../web/outbox/resolve.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 27, 21, minute)).toISOString();
const outcome = (contacts: number): VisitOutcome => ({
  contacts,
  actions: 0,
  observations: 0,
  interventions: 0,
});
let made = 0;
const press = () => ({ id: `press-${(made += 1)}`, madeAt: at(40), skewMs: 0 });

const current: AnsweredVisit = {
  id: 'theirs',
  versionNumber: 3,
  hotSpotId: 'R1',
  hotSpotVersionId: 'border',
  patrolId: 'patrol',
  slotId: null,
  startedAt: at(2),
  endedAt: at(17),
  officers: 2,
  source: 'manual',
  late: false,
  outcome: outcome(2),
  note: 'Lugnt',
  voided: false,
};

const create: WireOutboxItem = {
  id: 'create',
  madeAt: at(3),
  skewMs: 0,
  kind: 'create-visit',
  body: { id: 'mine', hotSpotId: 'R1', patrolId: 'patrol', startedAt: at(3) },
};
const change = (id: string, body: object): WireOutboxItem =>
  ({
    id,
    madeAt: at(18),
    skewMs: 0,
    kind: 'change-visit',
    visitId: 'mine',
    body,
  }) as WireOutboxItem;
const end = change('end', { id: 'v2', basedOn: 1, kind: 'end', endedAt: at(18) });
const tally = (contacts: number, note: string) =>
  change('tally', { id: 'v3', basedOn: 2, kind: 'tally', outcome: outcome(contacts), note });

function asked(code: string, items: readonly WireOutboxItem[], standing: unknown = current) {
  const problem = { code, status: 409, errors: [], current: standing } as unknown;
  const [first, ...rest] = items.map((item, index) => ({ seq: index + 1, item }));
  const refused = { ...first, state: 'refused', problem } as RefusedItem;
  const followers = rest.map((one): KeptItem => ({ ...one, state: 'waiting' }));
  return { refused, items: [refused, ...followers], press };
}

describe('the same presence on two phones, made one', () => {
  test('reaches from the first that came to the last that left, with both notes and the higher counts', () => {
    const { gone, items } = makeOne(
      asked('visit-twice', [create, end, tally(5, 'Öppen port')]),
      current,
      'samma',
    );
    expect(gone).toEqual(['create', 'end', 'tally']);
    expect(items).toMatchObject([
      {
        visitId: 'theirs',
        body: {
          kind: 'correct',
          basedOn: 3,
          startedAt: at(2),
          endedAt: at(18),
          note: 'Lugnt · Öppen port',
          outcome: outcome(5),
        },
      },
    ]);
  });

  test('no count is ever lowered and no word of a note lost', () => {
    const text = fc.string({ maxLength: 60 });
    fc.assert(
      fc.property(fc.nat(99), fc.nat(99), text, text, (mine, theirs, myNote, theirNote) => {
        const there = { ...current, outcome: outcome(theirs), note: theirNote };
        const { items } = makeOne(
          asked('visit-twice', [create, end, tally(mine, myNote)], there),
          there,
          'samma',
        );
        const { body } = items[0] as { body: { outcome: VisitOutcome; note: string } };
        expect(body.outcome.contacts).toBe(Math.max(mine, theirs));
        expect(body.note).toContain(myNote);
        expect(body.note).toContain(theirNote);
      }),
    );
  });

  test('is not offered where both notes do not fit', () => {
    expect(joinedNote('a'.repeat(100), 'b'.repeat(100))).toBeNull();
    const { refused, items } = asked('visit-twice', [create, end, tally(1, 'b'.repeat(138))]);
    expect(choicesFor(refused, items)).toEqual(['keep-two']);
  });
});

test('“two visits” sends the same once more, marked, and what came after it', () => {
  const { gone, items } = keepTwo(asked('visit-twice', [create, end]));
  expect(gone).toEqual(['create', 'end']);
  expect(items).toMatchObject([{ body: { id: 'mine', separate: true } }, { id: 'end' }]);
  expect(items[0]?.id).not.toBe('create');
});

test('“end it and begin this one” ends the open visit where this one begins', () => {
  const open = { ...current, endedAt: null };
  const { items } = endOther(asked('visit-open', [create, end], open), open);
  expect(items).toMatchObject([
    { visitId: 'theirs', body: { kind: 'end', endedAt: at(3) } },
    { id: 'create' },
    { id: 'end' },
  ]);
});

test('“the same visit” is offered only where the open visit is in the same place', () => {
  const open = { ...current, endedAt: null };
  const same = asked('visit-open', [create], open);
  expect(choicesFor(same.refused, same.items)).toContain('make-one');
  const elsewhere = asked('visit-open', [create], { ...open, hotSpotId: 'C1' });
  expect(choicesFor(elsewhere.refused, elsewhere.items)).toEqual(['end-other', 'drop']);
});

test('a visit that is let go of takes along what came after it, and the log hears why', () => {
  const { gone, items } = drop(asked('not-found', [create, end], null), 'mine', 'Fel knapp');
  expect(gone).toEqual(['create', 'end']);
  expect(items).toMatchObject([{ kind: 'drop', subject: 'mine', reason: 'Fel knapp' }]);
});

test('a change that is let go of leaves what came after it, on the version before', () => {
  const { items } = drop(asked('not-acceptable-state', [end, tally(2, 'x')], null), 'mine', 'Fel');
  expect(items).toMatchObject([{ kind: 'drop' }, { body: { kind: 'tally', basedOn: 1 } }]);
});
