/** The meetings of safety walks as iCalendar (RFC 5545), for the calendars of those who hold them. Times are in UTC. */
import ical, { ICalEventStatus } from 'ical-generator';
import type { Uuid } from '#core/model.ts';
import type { Meeting, WalkState } from '#core/walks/walk.ts';
import { wallTime } from '../wall-moment.ts';
import type { WalkExportFacts } from './walk-export-facts.ts';

export interface CalendarWalk {
  readonly id: Uuid;
  readonly title: string;
  readonly state: WalkState;
  readonly before: Meeting | null;
  readonly walk: Meeting;
  readonly after: Meeting | null;
  readonly revision: number;
}

/** A walk has no set end: so much time is kept free in the calendar. */
const KEPT_FREE_MS = 2 * 3_600_000;

const PARTS = [
  ['before', 'Förmöte'],
  ['walk', 'Trygghetsvandring'],
  ['after', 'Uppföljning'],
] as const;

/**
 * A meeting keeps its UID through all changes and the walk's revision is its SEQUENCE, so that a calendar that takes the
 * file in once more moves it instead of doubling it. What is called off says so in its name as well: calendars that take
 * in a file rather than an invitation (Outlook) show nothing of STATUS.
 */
export function walksCalendar(
  { municipality, definitions, madeAt, rules }: WalkExportFacts,
  walks: readonly CalendarWalk[],
): string {
  const calendar = ical({
    name: 'Trygghetsvandringar',
    description: `Alla vandringar i ${municipality ?? 'alla kommuner'}, som de var ${wallTime(rules, madeAt)}. Definitioner, version ${definitions}.`,
    prodId: { company: 'Fotspar', product: 'Trygghetsvandringar', language: 'SV' },
  });
  for (const walk of walks) {
    const isCalledOff = walk.state === 'cancelled';
    for (const [part, word] of PARTS) {
      const meeting = walk[part];
      if (!meeting) continue;
      calendar.createEvent({
        id: `${walk.id}-${part}@fotspar`,
        sequence: walk.revision,
        stamp: new Date(madeAt),
        start: new Date(meeting.startsAt),
        end: new Date(meeting.startsAt + KEPT_FREE_MS),
        summary: `${isCalledOff ? 'Inställd: ' : ''}${word}: ${walk.title}`,
        location: meeting.place || null,
        status: isCalledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      });
    }
  }
  return calendar.toString();
}
