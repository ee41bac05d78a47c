/**
 * One block a hot spot for a period: it is cut at the first of each month, and what is known is not counted again.
 *
 *   period        ├──────┼─────────┼─────────┼────┤ now
 *                  count   recall     recall  count, every few seconds
 */
import { type MonthPart, monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import type { CoverageBlock } from '#core/dosage/coverage-block.ts';
import { isSettled, readingSpan } from '#core/dosage/coverage-input.ts';
import { mergeAll } from '#core/dosage/merge-blocks.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import type { EpochMs, TimeSpan, Uuid } from '#core/model.ts';
import { breather } from './breathe.ts';
import type { CoverageMemory } from './coverage-memory.ts';
import { type Asked, readHistory, type WindowsByHotSpot, windowsSince } from './history.ts';
import type { CoverageScope, PeriodBounds } from './scope.ts';

export interface Remembering extends Asked {
  readonly memory: CoverageMemory;
}

/** Days, and what of the week is counted. */
export type CountedPeriod = PeriodBounds & Pick<CoverageScope, 'hours'>;

/** Blocks of one hot spot in order of time: one for each month of the period that has begun (the first in any case). */
export type BlocksByHotSpot = ReadonlyMap<Uuid, readonly CoverageBlock[]>;

export async function monthBlocks(
  asked: Remembering,
  hotSpotIds: readonly Uuid[],
  period: CountedPeriod,
): Promise<BlocksByHotSpot> {
  const found = new Map<Uuid, CoverageBlock[]>(hotSpotIds.map((id) => [id, []]));
  const breathe = breather();
  let windows: WindowsByHotSpot | null = null;
  for (const part of partsBegun(asked, period)) {
    const missing: Uuid[] = [];
    const key = keyOf(spanOfPeriod(asked.calendar, part), period);
    for (const id of hotSpotIds) {
      const known = asked.memory.blocks.recall(id, key, asked.now);
      if (known) found.get(id)?.push(known);
      else missing.push(id);
    }
    if (missing.length === 0) continue;
    windows ??= await windowsSince(asked, readingSpan(spanOfPeriod(asked.calendar, part)).from);
    for (const [id, block] of await countPart(
      asked,
      missing,
      { ...part, hours: period.hours },
      windows,
      breathe,
    )) {
      found.get(id)?.push(block);
    }
  }
  return found;
}

/** A run shorter than this is merged as quickly as it is found. */
const SHORTEST_RUN = 3;

/**
 * One hot spot's blocks as one. Its run of settled months is remembered merged, so that ten years with a visit made
 * just now cost one merge of a few blocks.
 * @throws RangeError for no blocks
 */
export function wholePeriod(
  { memory, now }: Remembering,
  hotSpotId: Uuid,
  blocks: readonly CoverageBlock[],
  hours: CountedPeriod['hours'],
): CoverageBlock {
  const isSettledNow = (block: CoverageBlock) =>
    memory.blocks.recallSettled(hotSpotId, keyOf(block.span, { hours }), now) === block;
  const first = blocks.findIndex(isSettledNow);
  const next = blocks.findIndex((block, index) => index > first && !isSettledNow(block));
  const end = next < 0 ? blocks.length : next;
  const run = first < 0 ? [] : blocks.slice(first, end);
  if (run.length < SHORTEST_RUN) return mergeAll(blocks);
  const merged = mergedRun(memory, hotSpotId, run, now, hours);
  return mergeAll([...blocks.slice(0, first), merged, ...blocks.slice(end)]);
}

function mergedRun(
  { blocks }: CoverageMemory,
  hotSpotId: Uuid,
  run: readonly CoverageBlock[],
  now: EpochMs,
  hours: CountedPeriod['hours'],
): CoverageBlock {
  const span = { from: run[0]?.span.from ?? 0, to: run.at(-1)?.span.to ?? 0 };
  const known = blocks.recallSettled(hotSpotId, keyOf(span, { hours }), now);
  if (known) return known;
  const value = mergeAll(run);
  const fact = { value, dependsOn: readingSpan(span), countedAt: now, settled: true };
  blocks.keep(hotSpotId, keyOf(span, { hours }), fact, blocks.generationOf(hotSpotId));
  return value;
}

function keyOf({ from, to }: TimeSpan, { hours }: Pick<CountedPeriod, 'hours'>): string {
  return hours === null ? `${from} ${to}` : `${from} ${to} ${JSON.stringify(hours)}`;
}

function partsBegun({ calendar, now }: Asked, period: PeriodBounds): MonthPart[] {
  return monthsOf(period).filter(
    (part, index) => index === 0 || spanOfPeriod(calendar, part).from <= now,
  );
}

async function countPart(
  asked: Remembering,
  hotSpotIds: readonly Uuid[],
  part: CountedPeriod,
  windows: WindowsByHotSpot,
  breathe: () => Promise<void>,
): Promise<Map<Uuid, CoverageBlock>> {
  const { memory } = asked;
  const generations = new Map(hotSpotIds.map((id) => [id, memory.blocks.generationOf(id)]));
  const span = spanOfPeriod(asked.calendar, part);
  const counted = new Map<Uuid, CoverageBlock>();
  for (const [id, history] of await readHistory(asked, hotSpotIds, span, windows, part.hours)) {
    const value = summariseBlock(history);
    counted.set(id, value);
    const settled = isSettled(history);
    const fact = { value, dependsOn: readingSpan(span), countedAt: asked.now, settled };
    memory.blocks.keep(id, keyOf(span, part), fact, generations.get(id) ?? 0);
    await breathe();
  }
  return counted;
}
