/** The body of a route that takes a file: its bytes as they are, of a bounded size, read only once the caller is admitted. */
import express, { type Request, type Response } from 'express';
import { LIMITS } from '#contract/paths.ts';
import type { Said } from '#contract/problem.ts';
import { fieldProblem, Problem } from '../problem.ts';

export const FILE_TYPE = 'application/octet-stream';

/** A file is sent as it is: unpacking could make it a thousand times larger. */
const reader = (limit: number) => express.raw({ limit, type: () => true, inflate: false });

const tooLarge = (limit: number): Said => ({
  sv: `Filen är större än ${limit / 1_000_000} MB. Dela upp den, eller välj en mindre.`,
  en: `The file is larger than ${limit / 1_000_000} MB. Split it up, or choose a smaller one.`,
});
const WRONG_TYPE = {
  sv: `Skicka filen som den är, som ${FILE_TYPE}.`,
  en: `Send the file as it is, as ${FILE_TYPE}.`,
};

/**
 * @param limit in bytes
 * @throws Problem unsupported-media; too-large, with the cure; or what express marks as the caller's fault
 */
export async function rawBody(
  request: Request,
  response: Response,
  limit: number = LIMITS.trackBytes,
): Promise<unknown> {
  if (!request.is(FILE_TYPE)) throw fieldProblem('unsupported-media', '', WRONG_TYPE);
  await new Promise<void>((resolve, reject) => {
    reader(limit)(request, response, (error?: unknown) =>
      error ? reject(problemOf(error, limit)) : resolve(),
    );
  });
  return request.body;
}

function problemOf(error: unknown, limit: number): Error {
  const isTooLarge = error instanceof Error && 'status' in error && error.status === 413;
  if (isTooLarge) return fieldProblem('too-large', '', tooLarge(limit));
  return error instanceof Error ? error : new Problem('bad-request');
}
