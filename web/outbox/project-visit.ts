/** A visit as the server will have it once it has taken in what lies in the outbox. */
import type { WireInput } from '#contract/api.ts';
import { NO_OUTCOME } from '#core/model.ts';
import type { AnsweredVisit, KeptItem } from './item.ts';

/** The border that a visit answers is the server's to find, and nothing that the phone shows. */
export type ShownVisit = Omit<AnsweredVisit, 'hotSpotVersionId'>;

type NewVisit = WireInput<'createVisit'>['body'];
type VisitChange = WireInput<'changeVisit'>['body'];

export function createdVisit(body: NewVisit, slotId = body.slotId ?? null): ShownVisit {
  return {
    id: body.id,
    versionNumber: 1,
    hotSpotId: body.hotSpotId,
    patrolId: body.patrolId,
    slotId,
    startedAt: body.startedAt,
    endedAt: body.endedAt ?? null,
    officers: body.officers ?? 2,
    source: 'manual',
    late: body.late ?? false,
    outcome: body.outcome ?? NO_OUTCOME,
    note: body.note ?? '',
    voided: false,
  };
}

/** The visit after a change, with the number that the server will give it. */
export function changedVisit(visit: ShownVisit, change: VisitChange): ShownVisit {
  return { ...visit, ...differenceOf(visit, change), versionNumber: change.basedOn + 1 };
}

function differenceOf(visit: ShownVisit, change: VisitChange): Partial<ShownVisit> {
  switch (change.kind) {
    case 'end':
      return { endedAt: change.endedAt };
    case 'reopen':
      return { endedAt: null };
    case 'tally':
      return { outcome: change.outcome, note: change.note ?? '' };
    case 'void':
      return { voided: true };
    default: {
      const { startedAt, endedAt, officers, hotSpotId, outcome, note } = { ...visit, ...change };
      return { startedAt, endedAt, officers, hotSpotId, outcome, note };
    }
  }
}

/**
 * Puts an item on top of what is known of its visit. An answer of the server stands above what the phone foretold, and what
 * the server already tells is not done once more.
 */
export function withItem(
  known: ShownVisit | undefined,
  kept: KeptItem,
  slotFor: (body: NewVisit) => string | null,
): ShownVisit | undefined {
  if (kept.state === 'done' && kept.visit) {
    return known && known.versionNumber > kept.visit.versionNumber ? known : kept.visit;
  }
  const { item } = kept;
  if (item.kind === 'create-visit') return known ?? createdVisit(item.body, slotFor(item.body));
  if (item.kind !== 'change-visit' || !known) return known;
  return known.versionNumber > item.body.basedOn ? known : changedVisit(known, item.body);
}
