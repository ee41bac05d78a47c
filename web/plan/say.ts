/** Reasons and refusals in words: ids become codes and call signs, minutes and instants clock times. */
import type { PlannedVisit, PlanReason } from '#core/model.ts';
import type { PlanViolation } from '#core/planner/bridge/check-edited-plan.ts';
import { instantOf } from '#core/planner/bridge/planning-task.ts';
import { clock, decimal } from '../text/format.ts';
import { planText } from '../text/plan.ts';
import type { SaidReasonCode } from '../text/sv/plan.ts';
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

/** What ids are called: those of hot spots by code, those of patrols by call sign. */
export interface Names {
  readonly codeOf: (hotSpotId: string) => string | undefined;
  readonly callSignOf: (patrolId: string) => string | undefined;
}

/** Of the shift on the screen. */
const OF_SHIFT: Names = {
  codeOf: (id) => placeById(id)?.properties.code,
  callSignOf: (id) => patrolById(id)?.callSign,
};

function named(names: Names, key: string, value: string | number): string | null {
  if (key === 'hotspot' || key === 'hotSpotId') return names.codeOf(String(value)) ?? String(value);
  if (key === 'patrol' || key === 'patrolId')
    return names.callSignOf(String(value)) ?? String(value);
  return null;
}

function saidValues(
  values: Values,
  names: Names,
  isTime: (key: string) => boolean,
  toClock: (value: number) => string,
): Values {
  const pairs = Object.entries(values).map(([key, value]): [string, string | number] => {
    const name = named(names, key, value);
    if (name !== null) return [key, name];
    if (typeof value === 'number' && isTime(key)) return [key, toClock(value)];
    return [key, typeof value === 'number' && !Number.isInteger(value) ? decimal(value, 1) : value];
  });
  return Object.fromEntries(pairs);
}

/** A planned or unmet demand's reason; instants are epoch milliseconds in it. */
export function reasonText({ code, values }: PlanReason, names = OF_SHIFT): string {
  const words = planText.value.reasons[code as SaidReasonCode];
  return words ? words(saidValues(values, names, (key) => INSTANT_KEYS.has(key), clock)) : code;
}

/** A broken rule; minutes of the planner in it. */
export function violationText({ code, values }: Pick<PlanViolation, 'code' | 'values'>): string {
  const origin = task.value?.origin ?? 0;
  const toClock = (minute: number) => clock(instantOf(origin, minute));
  return planText.value.violations[code](
    saidValues(values, OF_SHIFT, (key) => MINUTE_KEYS.has(key), toClock),
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
