/** How hard it is to guess when the patrol comes, by hot spot: of the last 28 days of a period. */
import { contains } from '#core/calendar/interval.ts';
import type { CalendarRules } from '#core/calendar/local-time.ts';
import { type CoverageInput, readingSpan } from '#core/dosage/coverage-input.ts';
import { type StartHabit, startHabit } from '#core/dosage/start-habit.ts';
import { judge } from '#core/dosage/summarise-block.ts';
import {
  countsByHalfHour,
  type Unpredictability,
  unpredictability,
  unpredictabilityFrom,
} from '#core/dosage/unpredictability.ts';
import type { EpochMs, TimeSpan, TimeWindow, Uuid } from '#core/model.ts';
import type { Remembering } from './coverage-blocks.ts';
import { readHistory, windowsSince } from './history.ts';

/** Of one stretch of the day that has windows. */
export interface WindowHabit extends Pick<TimeWindow, 'start' | 'end'> {
  readonly unpredictability: Unpredictability;
  /** Null where too few visits began in it to tell. */
  readonly habit: StartHabit | null;
}

export type PatternsByHotSpot = ReadonlyMap<Uuid, readonly WindowHabit[]>;

/** @param until the end of the period, or now */
export async function patternsOf(
  asked: Remembering,
  hotSpotIds: readonly Uuid[],
  until: EpochMs,
): Promise<PatternsByHotSpot> {
  const found = new Map<Uuid, readonly WindowHabit[]>();
  const key = until < asked.now ? String(until) : 'now';
  const recalled = (id: Uuid) => asked.memory.patterns.recall(id, key, asked.now);
  const missing = hotSpotIds.filter((id) => recalled(id) === undefined);
  for (const id of hotSpotIds) found.set(id, recalled(id) ?? []);
  if (missing.length === 0) return found;
  const span = { from: unpredictabilityFrom(until), to: until };
  for (const [id, parts] of await countPatterns(asked, missing, span, key)) found.set(id, parts);
  return found;
}

async function countPatterns(
  asked: Remembering,
  hotSpotIds: readonly Uuid[],
  span: TimeSpan,
  key: string,
): Promise<PatternsByHotSpot> {
  const { patterns } = asked.memory;
  const generations = new Map(hotSpotIds.map((id) => [id, patterns.generationOf(id)]));
  const dependsOn = readingSpan(span);
  const windows = await windowsSince(asked, dependsOn.from);
  const counted = new Map<Uuid, readonly WindowHabit[]>();
  for (const [id, history] of await readHistory(asked, hotSpotIds, span, windows)) {
    const value = patternsIn(history);
    counted.set(id, value);
    const settled = dependsOn.to <= asked.now;
    const fact = { value, dependsOn, countedAt: asked.now, settled };
    patterns.keep(id, key, fact, generations.get(id) ?? 0);
  }
  return counted;
}

/**
 * One part for each stretch of the day in which a window opened, visited or not: a window edited meanwhile is still the
 * same hours.
 */
function patternsIn(history: CoverageInput): WindowHabit[] {
  const startsByHours = new Map<string, { window: TimeWindow; starts: EpochMs[] }>();
  const startsIn = (window: TimeWindow): EpochMs[] => {
    const hours = `${window.start} ${window.end}`;
    const known = startsByHours.get(hours) ?? { window, starts: [] };
    startsByHours.set(hours, known);
    return known.starts;
  };
  const { visits, occurrences } = judge(history);
  for (const { opens, window } of occurrences) if (contains(history.span, opens)) startsIn(window);
  for (const { class: visitClass, from, answers } of visits) {
    const counts = contains(history.span, from) && visitClass !== 'pass-through';
    if (counts && answers !== null) startsIn(answers.window).push(from);
  }
  return [...startsByHours.values()]
    .map(({ window, starts }) => habitIn(window, starts, history.rules))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

function habitIn(
  { start, end }: TimeWindow,
  starts: readonly EpochMs[],
  rules: CalendarRules,
): WindowHabit {
  const hours = { start, end };
  const found = unpredictability(countsByHalfHour(starts, hours, rules));
  const habit = found.known ? startHabit(starts, hours, rules) : null;
  return { ...hours, unpredictability: found, habit };
}
