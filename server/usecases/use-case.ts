/**
 * What every use case is given and gives: one verb, one transaction, one line (or more) for the audit log.
 * `by` and `now` are arguments; a use case has no clock and no session of its own.
 */
import type { CalendarRules } from '#core/calendar/local-time.ts';
import type { EpochMs, Role, Uuid } from '#core/model.ts';
import type { AuditEntry } from '../store/audit.ts';

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
}

export interface Done<T> {
  readonly result: T;
  readonly audit: AuditEntry | readonly AuditEntry[];
}
