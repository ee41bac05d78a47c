/** Bodies are JSON of a bounded size, or refused. */
import express, { type RequestHandler } from 'express';
import { LIMITS } from '#contract/paths.ts';
import { Problem } from '../problem.ts';

/** A form or plain text is what another site's page may send without asking: it is not read at all. */
const refuseOtherMedia: RequestHandler = (request, _response, next) => {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  const hasBody = coding !== undefined || Number(length ?? 0) > 0;
  if (hasBody && !request.is(['json', '+json'])) throw new Problem('unsupported-media');
  next();
};

/** Any JSON value is taken in, so that it is the contract that says what is wrong with it. */
export const jsonBody = (): RequestHandler[] => [
  refuseOtherMedia,
  express.json({ limit: LIMITS.bodyBytes, type: () => true, strict: false }),
];
