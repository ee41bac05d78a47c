/** What a caller did wrong, thrown by use cases and the endpoint; `http/problem-reply.ts` words it. */
import type { FieldError, ProblemCode } from '#contract/problem.ts';

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  /** On a conflict: the thing as it stands now, so that the difference can be shown. */
  readonly current: unknown;

  constructor(code: ProblemCode, errors: readonly FieldError[] = [], current?: unknown) {
    super(errors[0]?.message ?? code);
    this.code = code;
    this.errors = errors;
    this.current = current;
  }
}

/** A problem with one field. `field` is a JSON pointer into the body, `?name` for a query, `:name` for a path. */
export function fieldProblem(code: ProblemCode, field: string, message: string): Problem {
  return new Problem(code, [{ field, message }]);
}

export const notFound = (what: string, id: string): Problem =>
  fieldProblem('not-found', ':id', `There is no ${what} ${id}.`);
