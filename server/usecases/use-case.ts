/**
 * What every use case is given and gives: one verb, one transaction, one line (or more) for the audit log.
 * `by` and `now` are arguments; a use case has no clock and no session of its own.
 */
import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { EpochMs, Role, Uuid } from '#core/model.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { Noted } from '../store/visits.ts';

export interface Actor {
  readonly id: Uuid;
  readonly username: string;
  readonly role: Role;
  readonly municipality: string | null;
}

export interface Circumstances {
  readonly by: Actor;
  readonly now: EpochMs;
  readonly calendar: CalendarRules;
  /** Where it comes out of a phone's outbox. */
  readonly press?: Press | undefined;
}

/** A button on a phone, pressed before the server heard of it. */
export interface Press extends Noted {
  /** The end of the visit that it starts, where the phone knows it already. */
  readonly endsAt: EpochMs | null;
}

/** When it was done: at the press, else now. */
export const doneAt = ({ now, press }: Pick<Circumstances, 'now' | 'press'>): EpochMs =>
  press ? press.at + press.skewMs : now;

export interface Done<T> {
  readonly result: T;
  readonly audit: AuditEntry | readonly AuditEntry[];
}
