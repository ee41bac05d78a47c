/** The Express application: headers, health, API, API description, and the web app's files. Does not listen. */
import { join } from 'node:path';
import compression from 'compression';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type Response,
  type Router,
} from 'express';
import { pinoHttp } from 'pino-http';
import { API_ROOT, LIMITS, paths, ROUTE_NAMES, type RouteName } from '#contract/paths.ts';
import { apiDocs } from './http/api-docs.ts';
import { endpoint, sendProblem } from './http/endpoint.ts';
import { handlers } from './http/handlers/index.ts';
import { health } from './http/health.ts';
import { securityHeaders } from './http/security-headers.ts';
import { signInLimits } from './http/sign-in-limits.ts';
import { webApp } from './http/web-app.ts';
import { Problem } from './problem.ts';
import type { Services } from './services.ts';

export const DIST = join(import.meta.dirname, '..', 'dist');

/** @param dist folder of the built web app */
export function createApp(services: Services, dist = DIST): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.use(pinoHttp({ logger: services.log, autoLogging: services.config.logLevel === 'debug' }));
  app.use(securityHeaders(services.config));
  app.use(compression());
  app.use('/health', health(services));
  app.use(API_ROOT, apiRouter(services));
  app.use('/api', apiDocs());
  app.use('/api', (request, response) => {
    sendProblem(new Problem('not-found'), request, response, services);
  });
  app.use(webApp(dist));
  return app;
}

function apiRouter(services: Services): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.use(express.json({ limit: LIMITS.bodyBytes, type: JSON_TYPES, strict: false }));
  router.use(refuseOtherMedia);
  router.post([paths.signIn.path, paths.redeemSignInLink.path], ...signInLimits(services));
  for (const name of ROUTE_NAMES) bind(router, name, services);
  router.use((request, response) => {
    const methods = ROUTE_NAMES.map((name) => paths[name])
      .filter(({ path }) => matches(path, request.path))
      .map(({ method }) => method);
    const code = methods.length > 0 ? 'method-not-allowed' : 'not-found';
    if (methods.length > 0) response.setHeader('Allow', methods.join(', '));
    sendProblem(new Problem(code), request, response, services);
  });
  router.use(((error, request, response, _next) => {
    sendProblem(error, request, response, services);
  }) satisfies express.ErrorRequestHandler);
  return router;
}

const JSON_TYPES = ['application/json', 'application/*+json'];

/** A body under another name is no JSON of ours, and what a foreign page's form can send. */
function refuseOtherMedia(request: Request, _response: Response, next: NextFunction): void {
  const isOther = request.is(JSON_TYPES) === false;
  // Browsers send a length of 0 with a write that has no body.
  const isEmpty = request.headers['content-length'] === '0';
  next(isOther && !isEmpty ? new Problem('unsupported-media') : undefined);
}

function bind(router: Router, name: RouteName, services: Services): void {
  const { method, path } = paths[name];
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  router[verb](path, endpoint(name, handlers[name] as never, services));
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}
