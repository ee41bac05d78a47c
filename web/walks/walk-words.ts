/** Walks in words: dates, counts, how far a point is past its day. */
import { daysBetween } from '#core/calendar/calendar-date.ts';
import { clock, dateOf, dayName } from '../text/format.ts';
import { walksText } from '../text/walks.ts';
import type { Counts, ListedWalk, Walk } from './state.ts';

/** `onsdag 2 dec 2026 19:00` */
export function momentText(at: string): string {
  const date = dateOf(at);
  return `${dayName(date)} ${date.slice(0, 4)} ${clock(at)}`;
}

/** `tisdag 1 dec 2026 19:00 · kväll · 412 m · genomförd · 14 deltagare` */
export function walkText({ walk, evening, lengthM, state, participants }: Walk): string {
  const words = walksText.value;
  const parts = [
    momentText(walk.startsAt),
    evening ? words.evening : words.day,
    lengthM === null ? null : words.meters(lengthM),
    words.states[state],
    participants === null ? null : words.participants(participants),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** `3 att göra, 1 försenad, 2 klara` */
export function countsText({ all, toDo, overdue, done, willNotBeDone }: Counts): string {
  const words = walksText.value.counts;
  if (all === 0) return words.none;
  const parts = [
    toDo > 0 ? words.toDo(toDo) : null,
    overdue > 0 ? words.overdue(overdue) : null,
    done > 0 ? words.done(done) : null,
    willNotBeDone > 0 ? words.willNot(willNotBeDone) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export const daysLate = (dueDate: string, today: string): number => daysBetween(dueDate, today);

export const MEETINGS = ['before', 'walk', 'after'] as const;
export type MeetingName = (typeof MEETINGS)[number];

export type MeetingState = 'past' | 'today' | 'coming' | 'none';

/** Whether a meeting has been: by its day, so that the one of this evening is today's all day. */
export function meetingState(
  walk: Pick<Walk | ListedWalk, MeetingName>,
  name: MeetingName,
  today: string,
): MeetingState {
  const meeting = walk[name];
  if (!meeting) return 'none';
  const date = dateOf(meeting.startsAt);
  if (date === today) return 'today';
  return date < today ? 'past' : 'coming';
}
