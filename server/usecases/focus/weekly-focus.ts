/** Putting a hot spot in the weekly focus, taking it back, and undoing that. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import {
  FOCUS_DAYS,
  type FocusFault,
  focusEnds,
  focusFault,
  MOST_IN_FOCUS,
} from '#core/focus/weekly-focus.ts';
import type { LocalDate, Uuid } from '#core/model.ts';
import { fieldProblem, notFound } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpotById } from '../../store/hot-spots.ts';
import {
  insertWeeklyFocus,
  type StoredFocus,
  setFocusEnd,
  weeklyFocusById,
  weeklyFocuses,
} from '../../store/weekly-focus.ts';
import { refuseOtherThan } from '../refuse-other.ts';
import type { Circumstances, Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';

interface NewFocus {
  readonly id: Uuid;
  readonly hotSpotId: Uuid;
  readonly from: LocalDate;
  readonly reason: string;
  readonly source: string;
  readonly noteConfirmed: boolean;
}

/** Further ahead no local picture of the situation reaches. */
const FURTHEST_DAYS = 14;

/**
 * Sending the same focus twice makes one.
 * @throws Problem id-reused; invalid-input; not-acceptable-state: three are in focus, or the place is;
 *   personal-data-in-note
 */
export async function setFocus(
  tx: Executor,
  { noteConfirmed, ...said }: NewFocus,
  { by, now, calendar }: Circumstances,
): Promise<Done<StoredFocus>> {
  const known = await weeklyFocusById(tx, said.id);
  if (known) {
    refuseOtherThan(known, said);
    return { result: known, audit: [] };
  }
  refuseDay(said.from, operationalDateOf(calendar, now));
  refusePersonalNote(said.reason, noteConfirmed, '/reason');
  refusePersonalNote(said.source, noteConfirmed, '/source');
  const hotSpot = await hotSpotById(tx, said.hotSpotId);
  if (hotSpot?.status !== 'active') {
    throw fieldProblem('invalid-input', '/hotSpotId', {
      sv: 'Välj en hot spot som är aktiv.',
      en: 'Choose a hot spot that is active.',
    });
  }
  const { municipality } = hotSpot;
  const focus: StoredFocus = {
    ...said,
    municipality,
    to: focusEnds(said.from),
    endedOn: null,
    recordedBy: by.id,
    recordedAt: now,
  };
  await refuseFault(tx, focus);
  await insertWeeklyFocus(tx, focus);
  return { result: focus, audit: entryOf('focus.set', focus) };
}

/** Takes it back from today on: what it has steered until now stays in the history. @throws Problem not-found */
export async function endFocus(
  tx: Executor,
  id: Uuid,
  { by, now, calendar }: Circumstances,
): Promise<Done<StoredFocus>> {
  const focus = await knownFocus(tx, id);
  const today = operationalDateOf(calendar, now);
  if (focus.endedOn !== null || focus.to < today) return { result: focus, audit: [] };
  await setFocusEnd(tx, id, { on: today, by: by.id });
  const ended = { ...focus, endedOn: today };
  return { result: ended, audit: entryOf('focus.end', ended) };
}

/**
 * Undoes the taking back, on the day on which it was done: what has not steered for a day is not said to have.
 * @throws Problem not-found; not-acceptable-state: others have taken its room meanwhile, or the day has passed
 */
export async function resumeFocus(
  tx: Executor,
  id: Uuid,
  { now, calendar }: Circumstances,
): Promise<Done<StoredFocus>> {
  const focus = await knownFocus(tx, id);
  if (focus.endedOn === null) return { result: focus, audit: [] };
  if (focus.endedOn < operationalDateOf(calendar, now)) {
    throw fieldProblem('not-acceptable-state', ':id', {
      sv: 'Den togs tillbaka en tidigare dag: sätt en ny inriktning.',
      en: 'It was taken back on an earlier day: set a new focus.',
    });
  }
  await refuseFault(tx, focus);
  await setFocusEnd(tx, id, null);
  const resumed = { ...focus, endedOn: null };
  return { result: resumed, audit: entryOf('focus.resume', resumed) };
}

async function knownFocus(tx: Executor, id: Uuid): Promise<StoredFocus> {
  const focus = await weeklyFocusById(tx, id);
  if (!focus) throw notFound('focus', id);
  return focus;
}

function refuseDay(from: LocalDate, today: LocalDate): void {
  const last = addDays(today, FURTHEST_DAYS);
  if (today <= from && from <= last) return;
  throw fieldProblem('invalid-input', '/from', {
    sv: `Ange en dag från och med i dag till ${last}.`,
    en: `Give a day from today to ${last}.`,
  });
}

const FAULTS: Readonly<Record<FocusFault, { readonly sv: string; readonly en: string }>> = {
  'same-hot-spot': {
    sv: 'Platsen är redan i veckans inriktning de dagarna.',
    en: 'The place is in the weekly focus on those days already.',
  },
  'too-many': {
    sv: `Högst ${MOST_IN_FOCUS} platser åt gången: ta tillbaka en först.`,
    en: `At most ${MOST_IN_FOCUS} places at a time: take one back first.`,
  },
};

async function refuseFault(tx: Executor, added: StoredFocus): Promise<void> {
  const { id, municipality, from, to } = added;
  const around = { municipality, from: addDays(from, -FOCUS_DAYS), to };
  const others = (await weeklyFocuses(tx, around)).filter((one) => one.id !== id);
  const fault = focusFault(others, added);
  if (fault) throw fieldProblem('not-acceptable-state', '/hotSpotId', FAULTS[fault]);
}

const entryOf = (
  action: 'focus.set' | 'focus.end' | 'focus.resume',
  { id, hotSpotId, from, to, reason, source }: StoredFocus,
) => ({
  action,
  entity: 'weekly focus',
  entityId: id,
  detail: { hotSpotId, from, to, reason, source },
});
