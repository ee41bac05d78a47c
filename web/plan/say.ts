/** Reasons and refusals in words: ids become codes and call signs, minutes and instants clock times. */
import type { PlannedVisit, PlanReason } from '#core/model.ts';
import type { PlanViolation } from '#core/planner/bridge/check-edited-plan.ts';
import { instantOf } from '#core/planner/bridge/planning-task.ts';
import type { ReasonCode } from '#core/planner/reasons.ts';
import { clock, decimal } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import { patrolById, placeById, task } from './state.ts';

type Values = Readonly<Record<string, string | number>>;

/** Minutes of the planner that are times of day. */
const MINUTE_KEYS = new Set([
  'start',
  'end',
  'open',
  'close',
  'earliest',
  'latest',
  'back',
  'free',
  'from',
  'to',
  'other',
  'last',
  'now',
]);
const INSTANT_KEYS = new Set(['opens', 'closes', 'start']);

function named(key: string, value: string | number): string | number | null {
  if (key === 'hotspot' || key === 'hotSpotId')
    return placeById(String(value))?.properties.code ?? String(value);
  if (key === 'patrol' || key === 'patrolId')
    return patrolById(String(value))?.callSign ?? String(value);
  return null;
}

function saidValues(
  values: Values,
  isTime: (key: string) => boolean,
  toClock: (value: number) => string,
): Values {
  const pairs = Object.entries(values).map(([key, value]): [string, string | number] => {
    const name = named(key, value);
    if (name !== null) return [key, name];
    if (typeof value === 'number' && isTime(key)) return [key, toClock(value)];
    return [key, typeof value === 'number' && !Number.isInteger(value) ? decimal(value, 1) : value];
  });
  return Object.fromEntries(pairs);
}

/** A planned or unmet demand's reason; instants are epoch milliseconds in it. */
export function reasonText({ code, values }: PlanReason): string {
  const words = planText.value.reasons[code as ReasonCode];
  return words ? words(saidValues(values, (key) => INSTANT_KEYS.has(key), clock)) : code;
}

/** A broken rule; minutes of the planner in it. */
export function violationText({ code, values }: Pick<PlanViolation, 'code' | 'values'>): string {
  const origin = task.value?.origin ?? 0;
  const toClock = (minute: number) => clock(instantOf(origin, minute));
  return planText.value.violations[code](
    saidValues(values, (key) => MINUTE_KEYS.has(key), toClock),
  );
}

/** A planned visit in one line, as it is read out. */
export function spokenVisit(visit: PlannedVisit, callSign: string): string {
  const place = placeById(visit.hotSpotId)?.properties;
  return planText.value.spoken(
    place?.code ?? '',
    place?.name ?? '',
    clock(visit.startsAt),
    clock(visit.endsAt),
    callSign,
    visit.pinned,
  );
}
