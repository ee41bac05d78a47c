/**
 * The one way in: session → policy → parse → prepare → transaction(use case, audit) → commit → reply.
 * The only place that catches errors; the reply is written after the commit.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { api, type RouteSchemas } from '#contract/api.ts';
import { paths, type RouteName } from '#contract/paths.ts';
import { mayCall } from '#contract/policy.ts';
import { PROBLEM_STATUS } from '#contract/problem.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { type AuditEntry, appendAudit } from '../store/audit.ts';
import type { Executor } from '../store/database.ts';
import type { Actor } from '../usecases/use-case.ts';
import { authenticate } from './authenticate.ts';
import { type Answer, type Call, EncodedReply, type Handler } from './call.ts';
import { readToken, writeToken } from './cookie.ts';
import { checkOrigin } from './origin.ts';
import { inputProblem, problemDocumentOf, problemOf, withCurrent } from './problem-reply.ts';
import { documentHeaders } from './published-pages.ts';
import { rawBody } from './raw-body.ts';

/** Binds a route of the contract to its handler. */
export function endpoint<N extends RouteName>(
  name: N,
  handler: Handler<N>,
  services: Services,
): RequestHandler {
  const schemas: RouteSchemas = api[name];
  return async (request, response) => {
    try {
      const call = await admit(name, schemas, request, response, services);
      const prepared = await handler.prepare?.(call);
      const answer = await carryOut(name, schemas, handler, call, prepared);
      services.coverage.touchAll(answer.touches ?? []);
      await followCommit(handler, call, answer);
      send(response, schemas, answer, services);
    } catch (error) {
      const shown = withCurrent(error, schemas.current ?? schemas.reply);
      sendProblem(shown, request, response, services);
    }
  };
}

async function followCommit<N extends RouteName>(
  handler: Handler<N>,
  call: Call<N>,
  answer: Answer<N>,
): Promise<void> {
  try {
    await handler.committed?.(call, answer);
  } catch (error) {
    call.services.log.error({ err: error }, 'what follows a commit failed');
  }
}

async function admit<N extends RouteName>(
  name: N,
  schemas: RouteSchemas,
  request: Request,
  response: Response,
  services: Services,
): Promise<Call<N>> {
  checkOrigin(request, services.config);
  const now = services.clock();
  const token = readToken(request, services.config);
  const by = await authenticate(services, token, now);
  if (!mayCall(name, by?.role ?? null)) await refuse(name, by, services, now);
  const sent: unknown = schemas.takes
    ? await rawBody(request, response, schemas.takesBytes)
    : request.body;
  return {
    params: parse(schemas.params, request.params, ':'),
    query: parse(schemas.query, request.query, '?'),
    body: parse(schemas.body, sent, ''),
    by,
    token,
    now,
    ifRevision: schemas.ifMatch ? revisionOf(request) : 0,
    signal: abortedWith(response),
    services,
  } as Call<N>;
}

/** A refused try is logged too: the log duty covers failed reads. */
async function refuse(
  name: RouteName,
  by: Actor | null,
  { db }: Services,
  now: number,
): Promise<never> {
  if (!by) throw new Problem('signed-out');
  const entry: AuditEntry = { action: 'access.refused', entity: 'route', entityId: name };
  await db.writer.transaction().execute((tx) => appendAudit(tx, [entry], by, now));
  throw new Problem('forbidden');
}

function parse(schema: z.ZodType | undefined, input: unknown, where: '' | '?' | ':'): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) throw inputProblem(parsed.error, where);
  return parsed.data;
}

const REVISION = {
  sv: 'Ange revisionen inom citattecken, till exempel "3".',
  en: 'Give the revision in quotes, such as "3".',
};

function revisionOf(request: Request): number {
  const match = /^(?:W\/)?"(\d+)"$/.exec(request.headers['if-match'] ?? '');
  if (!match) throw new Problem('revision-needed', [{ field: 'If-Match', said: REVISION }]);
  return Number(match[1]);
}

function abortedWith(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** Reads run on the connection that cannot write, unless the reading itself must be logged. */
async function carryOut<N extends RouteName>(
  name: N,
  schemas: RouteSchemas,
  handler: Handler<N>,
  call: Call<N>,
  prepared: unknown,
): Promise<Answer<N>> {
  const { db } = call.services;
  const isPlainReading = paths[name].method === 'GET' && !schemas.logsReading;
  if (isPlainReading && !schemas.readsOfficers) {
    return handler.run(db.reader, call, prepared);
  }
  return db.writer.transaction().execute(async (tx: Executor) => {
    const answer = await handler.run(tx, call, prepared);
    const entries = auditOf(name, schemas, call, answer);
    await appendAudit(tx, entries, answer.actor ?? call.by ?? NOBODY, call.now);
    return answer;
  });
}

const NOBODY = { id: null, username: null, role: null };

function auditOf<N extends RouteName>(
  name: N,
  schemas: RouteSchemas,
  call: Call<N>,
  { audit = [] }: Answer<N>,
): readonly AuditEntry[] {
  const given = Array.isArray(audit) ? (audit as readonly AuditEntry[]) : [audit as AuditEntry];
  if (!schemas.readsOfficers) return given;
  const params: unknown = call.params;
  const entityId = (params as { id?: string } | undefined)?.id ?? null;
  return [...given, { action: 'officers.read', entity: name, entityId }];
}

function send<N extends RouteName>(
  response: Response,
  schemas: RouteSchemas,
  answer: Answer<N>,
  { config }: Services,
): void {
  if (answer.session !== undefined) writeToken(response, config, answer.session);
  if (answer.etag !== undefined) response.setHeader('ETag', `"${answer.etag}"`);
  if (answer.fileName) response.attachment(answer.fileName);
  response.status(answer.status ?? schemas.status ?? 200);
  if (schemas.mediaType === 'text/html' && typeof answer.reply === 'string') {
    documentHeaders(response, answer.reply, "'self'");
  }
  if (schemas.status === 204) response.end();
  else if (schemas.mediaType?.startsWith('text/'))
    response.type(`${schemas.mediaType}; charset=utf-8`).send(answer.reply);
  else if (answer.reply instanceof Uint8Array)
    response.type(schemas.mediaType ?? 'application/octet-stream').send(Buffer.from(answer.reply));
  else response.type(schemas.mediaType ?? 'application/json').send(textOf(schemas, answer.reply));
}

function textOf<N extends RouteName>(schemas: RouteSchemas, reply: Answer<N>['reply']): string {
  if (reply instanceof EncodedReply) return reply.text;
  return JSON.stringify(schemas.reply.encode(reply));
}

/** Exported for what has no route: unknown addresses and bodies that could not be read. */
export function sendProblem(
  error: unknown,
  request: Request,
  response: Response,
  { log }: Services,
): void {
  // Whoever closed the request hears no answer: a cancelled search is no defect.
  if (response.destroyed || response.closed) return;
  const known = problemOf(error);
  if (!known) log.error({ err: error, method: request.method, url: request.path }, 'defect');
  const problem = known ?? new Problem('defect');
  if (response.headersSent) return;
  response
    .status(PROBLEM_STATUS[problem.code])
    .type('application/problem+json')
    .send(JSON.stringify(problemDocumentOf(problem)));
}
