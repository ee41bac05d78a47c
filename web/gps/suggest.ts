/** From where the phone is to what it asks: "Ni är vid R1. Påbörja?", "Har ni gått från R1?". */
import type { EpochMs, Uuid } from '#core/model.ts';
import type { Presence } from '#core/positions/place-watch.ts';
import type { Suggestion } from './state.ts';

/** A question that has been answered with no: `enter:id` or `leave:id`. */
export type Declined = ReadonlySet<string>;

export const keyOf = ({ kind, hotSpotId }: Pick<Suggestion, 'kind' | 'hotSpotId'>): string =>
  `${kind}:${hotSpotId}`;

interface OpenVisit {
  readonly hotSpotId: Uuid;
  readonly startedAt: EpochMs;
}

/** null: there is nothing to ask. While a visit is open only its own end is asked about. */
export function suggestionFor(
  { inside, left }: Presence,
  openVisit: OpenVisit | null,
  declined: Declined,
): Suggestion | null {
  const asked = openVisit ? leaving(openVisit, left) : entering(inside);
  return asked && !declined.has(keyOf(asked)) ? asked : null;
}

function leaving({ hotSpotId, startedAt }: OpenVisit, left: Presence['left']): Suggestion | null {
  const at = left.get(hotSpotId);
  return at !== undefined && at > startedAt ? { kind: 'leave', hotSpotId, at } : null;
}

const entering = (inside: Uuid | null): Suggestion | null =>
  inside === null ? null : { kind: 'enter', hotSpotId: inside, at: null };

/** A no holds as long as the officers stay where they gave it. */
export function stillDeclined(declined: Declined, { inside }: Presence): Declined {
  const holds = [...declined].filter((key) => {
    const [kind, id] = key.split(':');
    return kind === 'enter' ? id === inside : id !== inside;
  });
  return holds.length === declined.size ? declined : new Set(holds);
}
