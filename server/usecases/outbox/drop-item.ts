/** The officer lets go of what the server refused: nothing changes, and the log says that it was let go of and why. */
import type { AuditEntry } from '../../store/audit.ts';
import type { Done } from '../use-case.ts';
import { refusePersonalNote } from '../visits/log-visit.ts';

interface DroppedItem {
  /** What it was about: a visit's or planned visit's id. */
  readonly subject: string;
  /** The code of the problem. */
  readonly code: string;
  readonly reason: string;
}

/** @throws Problem personal-data-in-note: the reason looks like data on a person */
export function dropItem({ subject, code, reason }: DroppedItem): Done<null> {
  refusePersonalNote(reason, false, '/reason');
  const audit: AuditEntry = {
    action: 'outbox.drop',
    entity: 'outbox-item',
    entityId: subject,
    detail: { code, reason },
  };
  return { result: null, audit };
}
