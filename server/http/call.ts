/** One request as a handler sees it, and what a handler answers. */
import type { ParsedInput, Reply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { DAY_MS } from '#core/calendar/local-time.ts';
import type { EpochMs, Uuid } from '#core/model.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { AuditEntry } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';
import type { Touch } from '../usecases/coverage/coverage-memory.ts';
import type { Actor, Circumstances, Done, Press } from '../usecases/use-case.ts';

export interface Call<N extends RouteName> extends ParsedInput<N> {
  /** null only on routes that anyone may call. */
  readonly by: Actor | null;
  /** The session's token, to end it. */
  readonly token: string | null;
  readonly now: EpochMs;
  /** The revision of If-Match; 0 where the route asks for none. */
  readonly ifRevision: number;
  /** Where the call comes out of a phone's outbox. */
  readonly press?: Press;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
  readonly services: Services;
}

/** A reply's text as it goes over the wire, made once where many requests share it. */
export class EncodedReply {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export interface Answer<N extends RouteName> {
  readonly reply: Reply<N> | EncodedReply;
  readonly audit?: AuditEntry | readonly AuditEntry[];
  /** Another status than the route's, such as 200 for what was there already. */
  readonly status?: number;
  /** Revision of the thing in the reply, sent as ETag. */
  readonly etag?: number;
  /** Opens (a token) or ends (null) the caller's session. */
  readonly session?: { readonly token: string; readonly expiresAt: EpochMs } | null;
  /** Name of the file that a download is saved as. */
  readonly fileName?: string;
  /** Whose coverage the commit changes, and in which span of time. */
  readonly touches?: readonly Touch[];
  /** Who did it, where the call began signed out. */
  readonly actor?: Actor;
}

export interface Handler<N extends RouteName, P = unknown> {
  /** Whatever is slow, before the transaction opens. */
  readonly prepare?: (call: Call<N>) => Promise<P>;
  readonly run: (tx: Executor, call: Call<N>, prepared: P) => Promise<Answer<N>>;
  /** After the commit: memory and files that must follow the database. A failure is logged; the commit stands. */
  readonly committed?: (call: Call<N>, answer: Answer<N>) => void | Promise<void>;
}

/** What an edit of a hot spot or its windows changes: promises from today's operational day on. */
export function fromToday({ now }: Pick<Circumstances, 'now'>, hotSpotId: Uuid): readonly Touch[] {
  return [{ hotSpotId, span: { from: now - DAY_MS, to: Number.POSITIVE_INFINITY } }];
}

export type Handlers = { readonly [N in RouteName]: Handler<N, never> };

/** Who, when and under which calendar: the arguments that every use case takes. */
export function circumstances<N extends RouteName>(call: Call<N>): Circumstances {
  const { now, services, press } = call;
  return { by: actorOf(call), now, calendar: services.calendar, press };
}

export function actorOf<N extends RouteName>(call: Call<N>): Actor {
  if (!call.by) throw new Problem('signed-out');
  return call.by;
}

/** Answers with a use case's result as it is. */
export function answer<N extends RouteName>(done: Done<Reply<N>>): Answer<N> {
  return { reply: done.result, audit: done.audit };
}
