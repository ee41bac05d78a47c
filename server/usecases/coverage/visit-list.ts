/** Every visit of a period, oldest first, judged: what the export of visits lists. */

import { contains } from '#core/calendar/interval.ts';
import { weekHourOf } from '#core/calendar/operational-hour.ts';
import { monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { chosenCells } from '#core/calendar/week-hours.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import { judge } from '#core/dosage/summarise-block.ts';
import type { VisitClass } from '#core/dosage/visit-class.ts';
import type { Uuid, Visit } from '#core/model.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { callSigns } from '../../store/shifts.ts';
import { type Asked, type History, readHistory, windowsSince } from './history.ts';
import { type CoverageScope, placesOf } from './scope.ts';

/** `continued`: the patrol was away for so short a time that it is one presence with the visit before it. */
export type ListedClass = VisitClass | 'continued';

export interface ListedVisit {
  readonly hotSpot: StoredHotSpot;
  readonly visit: Visit;
  readonly counts: ListedClass;
  readonly callSign: string | null;
}

/** One list a month, so that the caller can write as it reads. */
export async function* visitsByMonth(
  asked: Asked,
  scope: CoverageScope,
): AsyncGenerator<ListedVisit[]> {
  const places = await placesOf(asked.db, scope);
  const byId = new Map(places.map((place) => [place.id, place]));
  const period = spanOfPeriod(asked.calendar, scope);
  for (const part of monthsOf(scope)) {
    const span = spanOfPeriod(asked.calendar, part);
    if (span.from > asked.now) return;
    const windows = await windowsSince(asked, readingSpan(span).from);
    const histories = await readHistory(asked, [...byId.keys()], span, windows, scope.hours);
    const touches = span.from === period.from;
    const judged = [...histories.values()].flatMap((history) => judgedVisits(history, touches));
    yield await listed(asked, judged, byId);
  }
}

type JudgedVisit = Pick<ListedVisit, 'visit' | 'counts'>;

function judgedVisits(history: History, touches: boolean): JudgedVisit[] {
  const { span, now, visits, rules, hours } = history;
  const cells = hours && chosenCells(hours, rules);
  const classes = new Map<Uuid, ListedClass>(
    judge(history).visits.flatMap((presence) =>
      presence.visitIds.map((id, index) => [id, index === 0 ? presence.class : 'continued']),
    ),
  );
  return visits.flatMap((visit) => {
    const reachesIn = touches && visit.startedAt < span.from && (visit.endedAt ?? now) > span.from;
    const counts = classes.get(visit.id);
    const isInTime = contains(span, visit.startedAt) || reachesIn;
    const isListed = isInTime && (cells === null || cells[weekHourOf(rules, visit.startedAt)]);
    return counts && isListed ? [{ visit, counts }] : [];
  });
}

async function listed(
  { db }: Asked,
  judged: readonly JudgedVisit[],
  places: ReadonlyMap<Uuid, StoredHotSpot>,
): Promise<ListedVisit[]> {
  const inOrder = [...judged].sort((a, b) => a.visit.startedAt - b.visit.startedAt);
  const patrols = inOrder.flatMap(({ visit: { patrolId } }) => (patrolId ? [patrolId] : []));
  const signs = await callSigns(db, patrols);
  return inOrder.flatMap((one) => {
    const hotSpot = places.get(one.visit.hotSpotId);
    const callSign = one.visit.patrolId ? (signs.get(one.visit.patrolId) ?? null) : null;
    return hotSpot ? [{ ...one, hotSpot, callSign }] : [];
  });
}
