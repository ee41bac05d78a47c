import { outboxEn } from './en/outbox.ts';
import { words } from './language.ts';
import { outboxSv } from './sv/outbox.ts';

export const outboxText = words(outboxSv, outboxEn);
