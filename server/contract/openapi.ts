/** The API as OpenAPI 3.1, made from the contract: it cannot say anything else than what the server does. */
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { api, type RouteSchemas } from './api.ts';
import { API_ROOT, paths, ROUTE_NAMES, type RouteName } from './paths.ts';
import { policy } from './policy.ts';
import { problemDocument } from './problem.ts';

let made: Record<string, unknown> | null = null;

/** The document as a plain object; made once. */
export function openApiDocument(): Record<string, unknown> {
  made ??= { ...createDocument(description(), { outputIdSuffix: 'Decoded' }) };
  return made;
}

function description() {
  return {
    openapi: '3.1.0' as const,
    info: {
      title: 'Fotspår',
      version: '1',
      description:
        'Foot patrols at hot spots: places and times, never persons. Sign in first; the session travels in a cookie. ' +
        'Errors are RFC 9457 problem details with the fields at fault.',
    },
    servers: [{ url: API_ROOT }],
    paths: allPaths(),
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'fotspar' },
      },
    },
  };
}

function allPaths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const name of ROUTE_NAMES) {
    const path = paths[name].path.replaceAll(/:(\w+)/g, '{$1}');
    all[path] = { ...all[path], [paths[name].method.toLowerCase()]: operation(name) };
  }
  return all;
}

function operation(name: RouteName): ZodOpenApiOperationObject {
  const schemas: RouteSchemas = api[name];
  const access = policy[name];
  const roles = typeof access === 'string' ? access : access.join(', ');
  return {
    operationId: name,
    summary: schemas.summary,
    description: `Who: ${roles}.`,
    security: access === 'anyone' ? [] : [{ session: [] }],
    requestParams: requestParams(schemas),
    ...(schemas.body && {
      requestBody: { content: { [schemas.takes ?? 'application/json']: { schema: schemas.body } } },
    }),
    responses: {
      [schemas.status ?? 200]: success(schemas),
      default: {
        description: 'What was wrong, and with which field.',
        content: { 'application/problem+json': { schema: problemDocument } },
      },
    },
  } as ZodOpenApiOperationObject;
}

function requestParams({ params, query }: RouteSchemas) {
  return { ...(params && { path: params }), ...(query && { query }) };
}

function success({ status, reply, mediaType }: RouteSchemas) {
  if (status === 204) return { description: 'Done; nothing to say.' };
  return {
    description: 'Done.',
    content: { [mediaType ?? 'application/json']: { schema: reply } },
  };
}
