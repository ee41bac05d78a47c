/** What phone and server both know of outbox items. No zod: the browser imports it. */
import type { OutboxItem, WireOutboxItem } from './schemas/outbox.ts';

/** What an item is about. Items about the same thing keep their order: when one is refused, those after it wait with it. */
export function subjectOf(item: OutboxItem | WireOutboxItem): string {
  switch (item.kind) {
    case 'create-visit':
      return item.body.id;
    case 'change-visit':
      return item.visitId;
    case 'record-loss':
    case 'withdraw-loss':
      return item.slotId;
    case 'drop':
      return `drop ${item.subject}`;
    default:
      return item.kind;
  }
}
