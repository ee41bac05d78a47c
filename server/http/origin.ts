/** Refuses writes that another site's page has sent with our user's cookie. */
import type { Request } from 'express';
import type { Config } from '../config.ts';
import { Problem } from '../problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers send Origin with every write; a caller without one (a script) carries no user's cookie by accident.
 * @throws Problem foreign-origin
 */
export function checkOrigin(request: Request, config: Config): void {
  if (READS.has(request.method)) return;
  const origin = request.headers.origin;
  const site = request.headers['sec-fetch-site'];
  const isForeign = origin !== undefined && origin !== ownOrigin(request, config);
  if (isForeign || site === 'cross-site' || site === 'same-site')
    throw new Problem('foreign-origin');
}

function ownOrigin(request: Request, config: Config): string {
  return config.publicUrl ? new URL(config.publicUrl).origin : `http://${request.headers.host}`;
}
