/** What a caller did wrong, thrown by use cases and the endpoint; `http/problem-reply.ts` words it. */
import type { FieldError, ProblemCode, Said } from '#contract/problem.ts';

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  /** On a conflict: the thing as it stands now, so that the difference can be shown. */
  readonly current: unknown;

  constructor(code: ProblemCode, errors: readonly FieldError[] = [], current?: unknown) {
    super(errors[0]?.said?.en ?? code);
    this.code = code;
    this.errors = errors;
    this.current = current;
  }
}

/** A problem with one field. `field` is a JSON pointer into the body, `?name` for a query, `:name` for a path. */
export function fieldProblem(code: ProblemCode, field: string, said: Said): Problem {
  return new Problem(code, [{ field, said }]);
}

const THINGS = {
  account: 'något konto',
  activity: 'någon aktivitet',
  figure: 'någon siffra',
  focus: 'någon inriktning',
  'hot spot': 'någon hot spot',
  'loss of planned visit': 'något bortfall för planerat besök',
  import: 'någon import',
  plan: 'någon plan',
  promise: 'något löfte',
  'planned visit': 'något planerat besök',
  shift: 'något pass',
  photo: 'något foto',
  point: 'någon punkt',
  'tertial page': 'någon tertialsida',
  'tracker app': 'någon spårningsapp',
  visit: 'något besök',
  walk: 'någon trygghetsvandring',
} as const;

export const notFound = (what: keyof typeof THINGS, id: string): Problem =>
  fieldProblem('not-found', ':id', {
    sv: `Det finns inte ${THINGS[what]} ${id}.`,
    en: `There is no ${what} ${id}.`,
  });
