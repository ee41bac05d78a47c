/** Limits on failed sign-ins by address and by account (OWASP Authentication Cheat Sheet): guessing becomes slow, typing does not. */
import type { RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { sendProblem } from './endpoint.ts';

const WINDOW_MS = 15 * 60_000;
const FAILURES_BY_ADDRESS = 50;
const FAILURES_BY_ACCOUNT = 10;

export function signInLimits(services: Services): RequestHandler[] {
  const common = {
    windowMs: WINDOW_MS,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8' as const,
    legacyHeaders: false,
    // Whom to believe about addresses is decided in app.ts; a header sent in vain is no fault of the operator's.
    validate: { xForwardedForHeader: false },
    requestWasSuccessful: (_: unknown, response: Response) => response.statusCode !== 401,
    handler: (request: Parameters<RequestHandler>[0], response: Response) =>
      sendProblem(new Problem('too-many-tries'), request, response, services),
  };
  const byAddress = rateLimit({
    ...common,
    limit: FAILURES_BY_ADDRESS,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
  });
  const byAccount = rateLimit({
    ...common,
    limit: FAILURES_BY_ACCOUNT,
    keyGenerator: (request) => accountOf(request.body) ?? ipKeyGenerator(request.ip ?? ''),
  });
  return [byAddress, byAccount];
}

function accountOf(body: unknown): string | null {
  // This is before any schema: what has no text as its name is counted by its address alone.
  const name =
    typeof body === 'object' && body !== null && 'username' in body ? body.username : null;
  return typeof name === 'string' ? `account:${name.trim().toLowerCase()}` : null;
}
