/** Mitt pass as it will be: the server's last reply with what lies in the outbox on top. Pure: the same code for page and tests. */
import type { WireReply } from '#contract/api.ts';
import { subjectOf } from '#contract/outbox.ts';
import { plannedVisitState } from '#core/dosage/planned-visit-state.ts';
import type { DoseThresholds } from '#core/dosage/thresholds.ts';
import type { EpochMs, LossReason } from '#core/model.ts';
import type { KeptItem } from './item.ts';
import { type ShownVisit, withItem } from './project-visit.ts';

type MyShiftReply = WireReply<'getMyShift'>;
export type ShownStop = MyShiftReply['stops'][number];

export interface ShownShift extends Omit<MyShiftReply, 'visits'> {
  readonly visits: readonly ShownVisit[];
}

interface World {
  /** By the server's clock. */
  readonly now: EpochMs;
  /** What the stop's window asks of a dose; undefined: the usual. */
  readonly thresholdsOf: (stop: ShownStop) => DoseThresholds | undefined;
}

/** What waits for somebody's decision is no part of the shift until then, nor what came after it about the same thing. */
function standing(kept: readonly KeptItem[]): KeptItem[] {
  const held = new Set<string>();
  return kept.filter(({ state, item }) => {
    const subject = subjectOf(item);
    if (state === 'refused') held.add(subject);
    return !held.has(subject);
  });
}

export function projectShift(
  reply: MyShiftReply,
  kept: readonly KeptItem[],
  world: World,
): ShownShift {
  const items = standing(kept);
  const patrolId = joinedPatrol(items) ?? reply.patrolId;
  // Stops and visits of another patrol than the reply's are not known here.
  const isSame = patrolId === reply.patrolId;
  const visits = projectVisits(isSame ? reply : { ...reply, stops: [], visits: [] }, items).filter(
    (visit) => visit.patrolId === patrolId && !visit.voided,
  );
  const losses = projectLosses(items);
  const stops = isSame ? projectStops(reply, items) : [];
  return {
    ...reply,
    patrolId,
    visits,
    stops: stops.map((stop) => projectStop(stop, { visits, losses, reply, world })),
  };
}

type ReplanBody = Extract<KeptItem['item'], { kind: 'replan' }>['body'];

/** The stops as this phone has planned them anew, where the server does not show it yet. */
function projectStops(reply: MyShiftReply, items: readonly KeptItem[]): readonly ShownStop[] {
  const last = items.findLast(({ item }) => item.kind === 'replan')?.item;
  if (last?.kind !== 'replan' || last.body.patrolId !== reply.patrolId) return reply.stops;
  const visits = [...last.body.visits].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const own = visits.map((visit) => plannedStop(reply, visit));
  const slots = new Set(own.map(({ slotId }) => slotId));
  const made = reply.stops.filter(
    ({ slotId }) => !slots.has(slotId) && reply.visits.some((visit) => visit.slotId === slotId),
  );
  return [...made, ...own].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

function plannedStop(reply: MyShiftReply, visit: ReplanBody['visits'][number]): ShownStop {
  const known = reply.stops.find(({ slotId }) => slotId === visit.slotId);
  if (known?.startsAt === visit.startsAt) return known;
  const starts = Date.parse(visit.startsAt);
  const closes = reply.windows.find(
    ({ windowId, opens, closes: end }) =>
      windowId === visit.windowId && Date.parse(opens) <= starts && starts < Date.parse(end),
  )?.closes;
  const latest = Date.parse(closes ?? visit.endsAt) - (Date.parse(visit.endsAt) - starts);
  return {
    ...visit,
    reasons: [],
    state: 'planned',
    loss: null,
    latestStartAt: new Date(Math.max(starts, latest)).toISOString(),
    // The way there is the server's to tell: another stop comes before it now.
    walkMinutes: null,
    travels: 'foot',
  };
}

function joinedPatrol(items: readonly KeptItem[]): string | undefined {
  const last = items.findLast(({ item }) => item.kind === 'join-patrol')?.item;
  return last?.kind === 'join-patrol' ? last.body.patrolId : undefined;
}

function projectVisits(reply: MyShiftReply, items: readonly KeptItem[]): ShownVisit[] {
  const visits = new Map<string, ShownVisit>(reply.visits.map((visit) => [visit.id, visit]));
  const slotFor = (body: { hotSpotId: string; slotId?: string | null; startedAt: string }) =>
    body.slotId ?? nearestStop(reply.stops, [...visits.values()], body);
  for (const kept of items) {
    const { item } = kept;
    if (item.kind !== 'create-visit' && item.kind !== 'change-visit') continue;
    const id = subjectOf(item);
    const visit = withItem(visits.get(id), kept, slotFor);
    if (visit) visits.set(id, visit);
  }
  return [...visits.values()].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

const FITS_WITHIN_MS = 60 * 60_000;

/** The stop that a visit without one answers: what the server will find, as far as the phone can tell. */
function nearestStop(
  stops: readonly ShownStop[],
  visits: readonly ShownVisit[],
  { hotSpotId, startedAt }: { readonly hotSpotId: string; readonly startedAt: string },
): string | null {
  const away = (stop: ShownStop) => Math.abs(Date.parse(stop.startsAt) - Date.parse(startedAt));
  const free = stops.filter(
    (stop) =>
      stop.hotSpotId === hotSpotId &&
      away(stop) < FITS_WITHIN_MS &&
      !visits.some(({ slotId }) => slotId === stop.slotId),
  );
  return free.sort((a, b) => away(a) - away(b))[0]?.slotId ?? null;
}

function projectLosses(items: readonly KeptItem[]): ReadonlyMap<string, LossReason | null> {
  const losses = new Map<string, LossReason | null>();
  for (const { item } of items) {
    if (item.kind === 'record-loss') losses.set(item.slotId, item.body.reason);
    if (item.kind === 'withdraw-loss') losses.set(item.slotId, null);
  }
  return losses;
}

interface Known {
  readonly visits: readonly ShownVisit[];
  readonly losses: ReadonlyMap<string, LossReason | null>;
  readonly reply: MyShiftReply;
  readonly world: World;
}

/** By another patrol's visit, which no item of ours can change. */
const MADE_ELSEWHERE = new Set(['done', 'short', 'ongoing']);

function projectStop(stop: ShownStop, { visits, losses, reply, world }: Known): ShownStop {
  const recorded = losses.get(stop.slotId);
  const loss = recorded === undefined ? stop.loss : recorded;
  const ofStop = ({ slotId }: { readonly slotId: string | null }) => slotId === stop.slotId;
  const visit = visits.findLast(ofStop);
  if (!visit && MADE_ELSEWHERE.has(stop.state) && !reply.visits.some(ofStop)) {
    return { ...stop, loss };
  }
  const [startsAt, endsAt] = [Date.parse(stop.startsAt), Date.parse(stop.endsAt)];
  const thresholds = world.thresholdsOf(stop);
  const state = plannedVisitState({
    startsAt,
    latestStart: null,
    // The latest start is the planned dwell before the stop is lost.
    lostFrom: Date.parse(stop.latestStartAt) + endsAt - startsAt,
    visit: visit ? spanOf(visit) : null,
    loss,
    // A press within the minute that has not been counted yet has happened all the same.
    now: Math.max(world.now, visit ? lastOf(visit) : 0),
    ...(thresholds && { thresholds }),
  });
  return { ...stop, loss, state };
}

const lastOf = ({ startedAt, endedAt }: ShownVisit): EpochMs => Date.parse(endedAt ?? startedAt);

const spanOf = ({ startedAt, endedAt }: ShownVisit) => ({
  startedAt: Date.parse(startedAt),
  endedAt: endedAt === null ? null : Date.parse(endedAt),
});
