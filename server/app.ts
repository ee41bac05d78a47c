/** The Express application: headers, health, API, API description, and the web app's files. Does not listen. */
import { join } from 'node:path';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Router,
} from 'express';
import { pinoHttp } from 'pino-http';
import { api, type RouteSchemas } from '#contract/api.ts';
import { API_ROOT, paths, ROUTE_NAMES, type RouteName } from '#contract/paths.ts';
import { PUBLIC_ROOT } from '#core/publication/page-address.ts';
import { apiDocs } from './http/api-docs.ts';
import { endpoint, sendProblem } from './http/endpoint.ts';
import { handlers } from './http/handlers/index.ts';
import { health } from './http/health.ts';
import { jsonBody } from './http/json-body.ts';
import { publishedPages } from './http/published-pages.ts';
import { securityHeaders } from './http/security-headers.ts';
import { signInLimits } from './http/sign-in-limits.ts';
import { trackers } from './http/trackers/trackers.ts';
import { unknownRoute } from './http/unknown-route.ts';
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
  // A caller's own X-Forwarded-For is not believed: only that of the proxy which the operator has put beside us.
  app.set('trust proxy', services.config.publicUrl ? 'loopback' : false);
  app.use(securityHeaders(services.config));
  // Before the log of requests: a tracker app may have its code in its address.
  app.use(trackers(services));
  app.use(pinoHttp({ logger: services.log, autoLogging: services.config.logLevel === 'debug' }));
  app.use(compression());
  app.use('/health', health(services));
  app.use(API_ROOT, apiRouter(services));
  app.use('/api', apiDocs());
  app.use('/api', nothingHere);
  app.use(PUBLIC_ROOT, publishedPages(services.pages.folder));
  app.use(webApp(dist));
  app.use(nothingHere);
  app.use(problems(services));
  return app;
}

const nothingHere: RequestHandler = () => {
  throw new Problem('not-found');
};

/** Express's own page for errors would show the stack. */
function problems(services: Services): ErrorRequestHandler {
  return (error, request, response, _next) => sendProblem(error, request, response, services);
}

function apiRouter(services: Services): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // The limits ask the body whose account it is about.
  const signingIn = [paths.signIn.path, paths.redeemSignInLink.path];
  router.post(signingIn, ...jsonBody(), ...signInLimits(services));
  for (const name of ROUTE_NAMES) bind(router, name, services);
  router.use(unknownRoute);
  return router;
}

/** A file is read by the endpoint, once it knows who sends it. */
function bodyOf(name: RouteName): RequestHandler[] {
  const schemas: RouteSchemas = api[name];
  return schemas.takes ? [] : jsonBody();
}

function bind(router: Router, name: RouteName, services: Services): void {
  const { method, path } = paths[name];
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  router[verb](path, ...bodyOf(name), endpoint(name, handlers[name] as never, services));
}
