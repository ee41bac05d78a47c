/** Tokens are random, so that a plain hash is enough: nobody finds one from it. */
import { createHash } from 'node:crypto';

export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
