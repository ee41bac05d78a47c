/** The weekly focus. */
import { addDays } from '#core/calendar/calendar-date.ts';
import { operationalDateOf } from '#core/calendar/local-time.ts';
import type { Executor } from '../../store/database.ts';
import { hotSpotById, hotSpots } from '../../store/hot-spots.ts';
import { type StoredFocus, weeklyFocuses } from '../../store/weekly-focus.ts';
import { endFocus, resumeFocus, setFocus } from '../../usecases/focus/weekly-focus.ts';
import { circumstances, type Handler } from '../call.ts';

/** So far the list looks back, and further ahead than a focus can be set. */
const DAYS_SHOWN = { back: 730, ahead: 60 };

const toReply = (
  { recordedBy: _by, recordedAt: _at, ...focus }: StoredFocus,
  { code, name }: { readonly code: string; readonly name: string },
) => ({ ...focus, code, name });

async function replyOf(db: Executor, focus: StoredFocus) {
  const place = await hotSpotById(db, focus.hotSpotId);
  return toReply(focus, place ?? { code: '', name: '' });
}

const listFocus: Handler<'listFocus'> = {
  run: async (db, { query, now, services }) => {
    const today = operationalDateOf(services.calendar, now);
    const from = addDays(today, -DAYS_SHOWN.back);
    const to = addDays(today, DAYS_SHOWN.ahead);
    const municipality = query.municipality ?? null;
    const places = new Map((await hotSpots(db)).map((place) => [place.id, place]));
    const focuses = (await weeklyFocuses(db, { municipality, from, to })).map((focus) =>
      toReply(focus, places.get(focus.hotSpotId) ?? { code: '', name: '' }),
    );
    return { reply: { today, focuses } };
  },
};

const set: Handler<'setFocus'> = {
  run: async (tx, call) => {
    const { result, audit } = await setFocus(tx, call.body, circumstances(call));
    return { reply: await replyOf(tx, result), audit, status: Array.isArray(audit) ? 200 : 201 };
  },
};

const end: Handler<'endFocus'> = {
  run: async (tx, call) => {
    const { result, audit } = await endFocus(tx, call.params.id, circumstances(call));
    return { reply: await replyOf(tx, result), audit };
  },
};

const resume: Handler<'resumeFocus'> = {
  run: async (tx, call) => {
    const { result, audit } = await resumeFocus(tx, call.params.id, circumstances(call));
    return { reply: await replyOf(tx, result), audit };
  },
};

export const focusHandlers = { listFocus, setFocus: set, endFocus: end, resumeFocus: resume };
