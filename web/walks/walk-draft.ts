/** A walk as its form has it: dates and times as they are written, and back into what the server takes. */
import { v7 as uuid } from 'uuid';
import type { WireInput } from '#contract/api.ts';
import { instantOf } from '#core/calendar/local-time.ts';
import { session } from '../state/session.ts';
import { calendarRules, settings } from '../state/settings.ts';
import { clock, dateOf } from '../text/format.ts';
import type { Walk } from './state.ts';
import { MEETINGS, type MeetingName } from './walk-words.ts';

export interface MeetingDraft {
  readonly date: string;
  readonly time: string;
  readonly place: string;
}

export interface WalkDraft {
  /** Made with the form, so that sending it twice makes one walk. */
  readonly id: string;
  /** Of the walk that it was begun from, which somebody else may have changed since; null: a new one. */
  readonly revision: number | null;
  readonly municipality: string;
  readonly title: string;
  readonly state: Walk['state'];
  readonly meetings: Readonly<Record<MeetingName, MeetingDraft>>;
  readonly eveningSaid: boolean | null;
  readonly participants: string;
  readonly checksWalkId: string | null;
}

const NO_MEETING: MeetingDraft = { date: '', time: '', place: '' };

export const blankWalk = (): WalkDraft => ({
  id: uuid(),
  revision: null,
  municipality: session.value?.user.municipality ?? settings.value?.municipalities[0]?.code ?? '',
  title: '',
  state: 'planned',
  meetings: { before: NO_MEETING, walk: NO_MEETING, after: NO_MEETING },
  eveningSaid: null,
  participants: '',
  checksWalkId: null,
});

export function draftOf(walk: Walk): WalkDraft {
  const { id, revision, municipality, title, state, eveningSaid, participants } = walk;
  const meeting = (name: MeetingName): MeetingDraft => {
    const known = walk[name];
    if (!known) return NO_MEETING;
    return { date: dateOf(known.startsAt), time: clock(known.startsAt), place: known.place };
  };
  return {
    id,
    revision,
    municipality,
    title,
    state,
    meetings: { before: meeting('before'), walk: meeting('walk'), after: meeting('after') },
    eveningSaid,
    participants: participants === null ? '' : String(participants),
    checksWalkId: walk.checksWalkId,
  };
}

type WalkBody = WireInput<'updateWalk'>['body'];

/** null: the walk itself has no day or no time yet. */
export function bodyOf(
  draft: Omit<WalkDraft, 'revision'>,
  route: WalkBody['route'],
): WalkBody | null {
  const [before, walk, after] = MEETINGS.map((name) => meetingOf(draft.meetings[name]));
  if (!walk) return null;
  const { title, state, eveningSaid, checksWalkId } = draft;
  const count = draft.participants === '' ? null : Number(draft.participants);
  const participants = state === 'held' ? count : null;
  return { title, state, before, walk, after, eveningSaid, route, participants, checksWalkId };
}

function meetingOf({ date, time, place }: MeetingDraft) {
  if (date === '' || time === '') return null;
  const startsAt = new Date(instantOf(calendarRules(), date, time)).toISOString();
  return { startsAt, place };
}
