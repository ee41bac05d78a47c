/** Limits on tracker apps. A phone that was without net for a shift empties its queue in minutes, and may. */
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { tokenHash } from '../../store/token-hash.ts';
import { sendProblem } from '../endpoint.ts';

const WINDOW_MS = 60_000;
/** One fix each ten seconds of a ten-hour shift, sent one by one, is through in six minutes. */
const BY_TOKEN = 600;
/** A station's phones share an address. */
const BY_ADDRESS = 3000;

const limit = (services: Services, most: number, keyOf: (request: Request) => string) =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Whom to believe about addresses is decided in app.ts.
    validate: { xForwardedForHeader: false },
    keyGenerator: keyOf,
    handler: (request: Request, response: Response) =>
      sendProblem(new Problem('too-many-requests'), request, response, services),
  });

/** Before the body is read. */
export const limitByAddress = (services: Services): RequestHandler =>
  limit(services, BY_ADDRESS, (request) => ipKeyGenerator(request.ip ?? ''));

export const limitByToken = (
  services: Services,
  tokenOf: (request: Request) => string,
): RequestHandler => limit(services, BY_TOKEN, (request) => tokenHash(tokenOf(request)));
