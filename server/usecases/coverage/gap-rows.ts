/**
 * The gaps between doses as rows: what stands behind the longest gap and behind how long gaps are.
 *
 *   period ├──edge──┤dose├────gap────┤dose├──edge──┤ now
 *
 * As in the figures, doses of all hours end a gap, two at once are one, and the edges count from when the place was drawn
 * until it was closed.
 */
import { clipAll, union } from '#core/calendar/interval.ts';
import { MINUTE_MS } from '#core/calendar/local-time.ts';
import { monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import { gapBinOf } from '#core/dosage/coverage-figures.ts';
import { readingSpan } from '#core/dosage/coverage-input.ts';
import { judge } from '#core/dosage/summarise-block.ts';
import { isDose } from '#core/dosage/visit-class.ts';
import type { TimeSpan, Uuid } from '#core/model.ts';
import type { StoredHotSpot } from '../../store/hot-spots.ts';
import { breather } from './breathe.ts';
import { type CoverageRow, NO_VISIT } from './coverage-rows.ts';
import { type Asked, readHistory, windowsSince } from './history.ts';
import type { PeriodBounds } from './scope.ts';
import { wantedSpans } from './wanted-span.ts';

/** @param bin place in the distribution of gaps; undefined: all, and those at the edges of the period */
export async function gapRows(
  asked: Asked,
  places: readonly StoredHotSpot[],
  period: PeriodBounds,
  bin: number | undefined,
): Promise<CoverageRow[]> {
  const span = spanOfPeriod(asked.calendar, period);
  const within = { from: span.from, to: Math.min(span.to, asked.now) };
  const doses = await dosesOf(asked, places, period, within);
  const wanted = await wantedSpans(asked, places);
  const rows = places.flatMap(({ id }) =>
    gapsIn(union(doses.get(id) ?? []), within, wanted.get(id) ?? within).map((gap) => ({
      ...NO_VISIT,
      ...gap,
      id: `${id} ${gap.from}`,
      hotSpotId: id,
      patrolId: null,
      minutes: (gap.to - gap.from) / MINUTE_MS,
      doses: 0,
    })),
  );
  return bin === undefined
    ? rows
    : rows.filter(({ from, to, edge }) => !edge && gapBinOf(to - from) === bin);
}

async function dosesOf(
  asked: Asked,
  places: readonly StoredHotSpot[],
  period: PeriodBounds,
  within: TimeSpan,
): Promise<ReadonlyMap<Uuid, readonly TimeSpan[]>> {
  const doses = new Map<Uuid, TimeSpan[]>(places.map(({ id }) => [id, []]));
  const windows = await windowsSince(asked, readingSpan(within).from);
  const breathe = breather();
  for (const part of monthsOf(period)) {
    const month = spanOfPeriod(asked.calendar, part);
    if (month.from >= within.to) break;
    for (const [id, history] of await readHistory(asked, [...doses.keys()], month, windows)) {
      const found = judge(history).visits.filter((visit) => isDose(visit.class));
      doses.get(id)?.push(...clipAll(clipAll(found, month), within));
    }
    await breathe();
  }
  return doses;
}

interface Gap extends TimeSpan {
  readonly edge: boolean;
}

/** @param doses in order, apart from each other, inside `within` */
function gapsIn(doses: readonly TimeSpan[], within: TimeSpan, wanted: TimeSpan): Gap[] {
  const first = doses[0];
  const last = doses.at(-1);
  const from = Math.max(within.from, Math.min(wanted.from, first?.from ?? wanted.from));
  const to = Math.min(within.to, Math.max(wanted.to, last?.to ?? wanted.to));
  const between = doses.slice(1).map((dose, index) => ({
    from: doses[index]?.to ?? dose.from,
    to: dose.from,
    edge: false,
  }));
  const edges =
    first && last
      ? [
          { from, to: first.from },
          { from: last.to, to },
        ]
      : [{ from, to }];
  return [...between, ...edges.map((edge) => ({ ...edge, edge: true }))].filter(
    (gap) => gap.from < gap.to,
  );
}
