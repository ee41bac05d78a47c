/** An outbox item as it comes in: parsed by itself, with its times put right. */
import { subjectOf } from '#contract/outbox.ts';
import { type OutboxItem, outboxItem } from '#contract/schemas/outbox.ts';
import { leftSkew } from '#core/calendar/clock-skew.ts';
import type { EpochMs } from '#core/model.ts';
import type { Problem } from '../problem.ts';
import type { Press } from '../usecases/use-case.ts';
import { inputProblem } from './problem-reply.ts';

export interface ReadItem {
  readonly id: string;
  readonly subject: string;
  /** As it was sent, which is what a receipt remembers. */
  readonly sent: OutboxItem;
  /** With its times put right. */
  readonly item: OutboxItem;
  readonly press: Press;
}

export interface UnreadableItem {
  readonly id: string;
  readonly subject: string;
  readonly problem: Problem;
}

interface Received {
  readonly sentAt: EpochMs;
  readonly now: EpochMs;
}

/** The items in order, each with what it needs of its neighbours. */
export function readItems(raw: readonly unknown[], at: Received): (ReadItem | UnreadableItem)[] {
  const read = raw.map((one) => readItem(one, at));
  const ends = new Map(read.flatMap(endOf));
  return read.map((one) =>
    'item' in one
      ? { ...one, press: { ...one.press, endsAt: ends.get(one.subject) ?? null } }
      : one,
  );
}

function readItem(raw: unknown, { sentAt, now }: Received): ReadItem | UnreadableItem {
  const parsed = outboxItem.safeParse(raw);
  if (!parsed.success) return { ...looseIds(raw), problem: inputProblem(parsed.error, '') };
  const sent = parsed.data;
  const left = leftSkew({ ...sent, sentAt }, now);
  const item = moved(sent, left);
  const encoded = outboxItem.safeEncode(item);
  const ids = { id: sent.id, subject: subjectOf(sent) };
  if (!encoded.success) return { ...ids, problem: inputProblem(encoded.error, '') };
  const press = { at: sent.madeAt, skewMs: (sent.skewMs ?? 0) + left, endsAt: null };
  return { ...ids, sent, item, press };
}

/** When a visit ends of which the batch says it: it is not open then, though its first item says so. */
function endOf(one: ReadItem | UnreadableItem): [string, EpochMs][] {
  if (!('item' in one) || one.item.kind !== 'change-visit') return [];
  const { body } = one.item;
  return body.kind === 'end' ? [[one.subject, body.endedAt]] : [];
}

function moved(item: OutboxItem, by: number): OutboxItem {
  if (by === 0) return item;
  if (item.kind === 'create-visit') return { ...item, body: movedTimes(item.body, by) };
  if (item.kind === 'change-visit') return { ...item, body: movedTimes(item.body, by) };
  return item;
}

function movedTimes<T extends object>(body: T, by: number): T {
  const times = Object.entries(body).filter(
    ([name, value]) => (name === 'startedAt' || name === 'endedAt') && typeof value === 'number',
  );
  return { ...body, ...Object.fromEntries(times.map(([name, at]) => [name, at + by])) };
}

/** Of an item that breaks the contract: enough to answer it, and to hold back what comes after it. */
function looseIds(raw: unknown): { readonly id: string; readonly subject: string } {
  const { id, visitId, slotId, body } = fieldsOf(raw);
  const subject = [visitId, slotId, fieldsOf(body).id].find(isText);
  return { id: isText(id) ? id : '', subject: subject ?? '' };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 64;
