/** Fetches the shifts near now and the chosen one with its plan. */
import { addDays } from '#core/calendar/calendar-date.ts';
import type { LocalDate } from '#core/model.ts';
import { call } from '../api.ts';
import { dateOf } from '../text/format.ts';
import type { ShiftReply } from './replies.ts';
import {
  isDirty,
  keepPlan,
  loading,
  now,
  places,
  planning,
  problem,
  selection,
  shift,
  shifts,
  undoable,
} from './state.ts';

const DAYS_BACK = 14;
const DAYS_AHEAD = 28;

/** What an address asks to be shown: `/planera?pass=SHIFT&plats=HOT_SPOT`. */
export interface AskedShift {
  readonly pass?: string;
  readonly plats?: string;
}

/** Loads everything; chooses the shift that is asked for, else the one that is on, else the next. */
export async function start({ pass, plats }: AskedShift = {}): Promise<void> {
  try {
    loading.value ||= pass !== undefined;
    places.value = (await call('listHotSpots', { query: { status: 'active' } })).features;
    await loadShifts();
    const chosen = pass ?? defaultShift();
    if (chosen) await choose(chosen);
    if (shift.value && !isListed(shift.value)) await loadShifts(shift.value.date);
    if (plats !== undefined) selection.value = { kind: 'place', id: plats };
    problem.value = null;
  } catch (error) {
    problem.value = error;
  } finally {
    loading.value = false;
  }
}

/** @param around a date; today, unless a shift further away is shown */
export async function loadShifts(around: LocalDate = dateOf(Date.now())): Promise<void> {
  const query = { from: addDays(around, -DAYS_BACK), to: addDays(around, DAYS_AHEAD) };
  shifts.value = (await call('listShifts', { query })).shifts;
}

const isListed = ({ id }: ShiftReply): boolean => shifts.value.some((one) => one.id === id);

function defaultShift(): string | null {
  const at = Date.now();
  const ahead = shifts.value.find(({ endsAt }) => Date.parse(endsAt) > at);
  return (ahead ?? shifts.value.at(-1))?.id ?? null;
}

/** What was changed before is not undone in what is shown now. */
export async function choose(id: string): Promise<void> {
  selection.value = null;
  undoable.value = null;
  shift.value = await call('getShift', { params: { id } });
  await reload();
}

/** The plan, its demand and what has come of it, anew; what is being edited is not thrown away. */
export async function reload(): Promise<void> {
  const id = shift.value?.id;
  if (!id) return;
  const reply = await call('getPlanning', { params: { id } });
  planning.value = reply;
  now.value = Date.now();
  if (!isDirty.value) keepPlan(reply.plan);
}

/** Deletes a shift that nothing has come of, and shows another. */
export async function deleteShift(gone: ShiftReply): Promise<void> {
  await call('deleteShift', { params: { id: gone.id }, ifMatch: gone.revision });
  shift.value = null;
  planning.value = null;
  keepPlan(null);
  await loadShifts();
  const next = defaultShift();
  if (next) await choose(next);
}
