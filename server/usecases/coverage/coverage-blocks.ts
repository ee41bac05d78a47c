/**
 * One block a hot spot for a period: whole months from memory, the rest counted.
 *
 *   period        ├──────┼─────────┼─────────┼────┤ now
 *                  count   recall     recall  count
 */
import { type MonthPart, monthsOf, spanOfPeriod } from '#core/calendar/period.ts';
import type { CoverageBlock } from '#core/dosage/coverage-block.ts';
import { isSettled, readingSpan } from '#core/dosage/coverage-input.ts';
import { mergeAll } from '#core/dosage/merge-blocks.ts';
import { summariseBlock } from '#core/dosage/summarise-block.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { breather } from './breathe.ts';
import type { CoverageMemory } from './coverage-memory.ts';
import { type Asked, readHistory, type WindowsByHotSpot, windowsSince } from './history.ts';

export interface Remembering extends Asked {
  readonly memory: CoverageMemory;
}

export interface PeriodBounds {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Blocks of one hot spot in order of time: one for each month of the period that has begun (the first in any case). */
export type BlocksByHotSpot = ReadonlyMap<Uuid, readonly CoverageBlock[]>;

export async function monthBlocks(
  asked: Remembering,
  hotSpotIds: readonly Uuid[],
  period: PeriodBounds,
): Promise<BlocksByHotSpot> {
  const found = new Map<Uuid, CoverageBlock[]>(hotSpotIds.map((id) => [id, []]));
  const breathe = breather();
  let windows: WindowsByHotSpot | null = null;
  for (const part of partsBegun(asked, period)) {
    const missing: Uuid[] = [];
    for (const id of hotSpotIds) {
      const known = asked.memory.blocks.recall(id, keyOf(part), asked.now);
      if (known) found.get(id)?.push(known);
      else missing.push(id);
    }
    if (missing.length === 0) continue;
    windows ??= await windowsSince(asked, readingSpan(spanOfPeriod(asked.calendar, part)).from);
    for (const [id, block] of await countPart(asked, missing, part, windows, breathe)) {
      found.get(id)?.push(block);
    }
  }
  return found;
}

/** @throws RangeError for no blocks */
export function wholePeriod(blocks: readonly CoverageBlock[]): CoverageBlock {
  const [only] = blocks;
  return only && blocks.length === 1 ? only : mergeAll(blocks);
}

const keyOf = ({ from, to }: PeriodBounds) => `${from} ${to}`;

function partsBegun({ calendar, now }: Asked, period: PeriodBounds): MonthPart[] {
  return monthsOf(period).filter(
    (part, index) => index === 0 || spanOfPeriod(calendar, part).from <= now,
  );
}

async function countPart(
  asked: Remembering,
  hotSpotIds: readonly Uuid[],
  part: MonthPart,
  windows: WindowsByHotSpot,
  breathe: () => Promise<void>,
): Promise<Map<Uuid, CoverageBlock>> {
  const { memory } = asked;
  const generations = new Map(hotSpotIds.map((id) => [id, memory.blocks.generationOf(id)]));
  const span = spanOfPeriod(asked.calendar, part);
  const counted = new Map<Uuid, CoverageBlock>();
  for (const [id, history] of await readHistory(asked, hotSpotIds, span, windows)) {
    const value = summariseBlock(history);
    counted.set(id, value);
    if (part.whole) {
      const settled = isSettled(history);
      const fact = { value, dependsOn: readingSpan(span), countedAt: asked.now, settled };
      memory.blocks.keep(id, keyOf(part), fact, generations.get(id) ?? 0);
    }
    await breathe();
  }
  return counted;
}
