/** What no route of the contract takes: an address that is not there, or a method that it does not take. */
import type { RequestHandler } from 'express';
import { paths, ROUTE_NAMES } from '#contract/paths.ts';
import { Problem } from '../problem.ts';

/** @throws Problem method-not-allowed, with the methods that are (RFC 9110, 15.5.6); not-found */
export const unknownRoute: RequestHandler = (request, response) => {
  const allowed = ROUTE_NAMES.map((name) => paths[name])
    .filter(({ path }) => matches(path, request.path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  if (allowed.length === 0) throw new Problem('not-found');
  response.setHeader('Allow', allowed.join(', '));
  throw new Problem('method-not-allowed');
};

/** As Express matches: letters of either case, and a slash at the end or none. */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.toLowerCase().replace(/\/$/, '').split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}
