/** A plan on and off the wire, where instants are ISO 8601; on the screen they are milliseconds. Pure. */
import type { PlannedBreak, PlannedVisit } from '#core/model.ts';
import type { PlanReply } from './replies.ts';

export interface ShownPlan {
  readonly visits: readonly PlannedVisit[];
  readonly breaks: readonly PlannedBreak[];
}

type Timed<T> = { readonly startsAt: T; readonly endsAt: T };

const fromIso = <V extends Timed<string>>({ startsAt, endsAt, ...rest }: V) => ({
  ...rest,
  startsAt: Date.parse(startsAt),
  endsAt: Date.parse(endsAt),
});

const toIso = <V extends Timed<number>>({ startsAt, endsAt, ...rest }: V) => ({
  ...rest,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
});

export const fromWire = (plan: Pick<PlanReply, 'visits' | 'breaks'> | null): ShownPlan => ({
  visits: (plan?.visits ?? []).map(fromIso),
  breaks: (plan?.breaks ?? []).map(fromIso),
});

/** Without the reasons: those are the server's to give. */
export const toWire = ({ visits, breaks }: ShownPlan) => ({
  visits: visits.map(({ reasons: _reasons, ...visit }) => toIso(visit)),
  breaks: breaks.map(toIso),
});
