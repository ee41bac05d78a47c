/** From when until when somebody was wanted in a place: from when it was drawn until it was closed. */
import { startOfOperationalDate } from '#core/calendar/local-time.ts';
import type { TimeSpan, Uuid } from '#core/model.ts';
import { firstBorders } from '../../store/history-start.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { lastWindowEnds } from '../../store/windows.ts';
import type { Asked } from './history.ts';

export async function wantedSpans(
  { db, calendar }: Asked,
  places: readonly StoredHotSpot[],
): Promise<ReadonlyMap<Uuid, TimeSpan>> {
  const drawnAt = await firstBorders(db);
  const closedFrom = await lastWindowEnds(db);
  return new Map(
    places.map(({ id, status }) => {
      const lastDay = status === 'closed' ? closedFrom.get(id) : undefined;
      const from = drawnAt.get(id) ?? Number.NEGATIVE_INFINITY;
      const to = lastDay ? startOfOperationalDate(calendar, lastDay) : Number.POSITIVE_INFINITY;
      return [id, { from, to }];
    }),
  );
}
