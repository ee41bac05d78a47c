/** Turns whatever was thrown into RFC 9457 problem details. What is no Problem is a defect: logged whole, told in one sentence. */
import type { ZodError, ZodType } from 'zod';
import { GEOMETRY_PROBLEM_TEXTS } from '#contract/geometry-texts.ts';
import {
  type FieldError,
  PROBLEM_STATUS,
  type ProblemCode,
  type ProblemDocument,
  type Said,
} from '#contract/problem.ts';
import { PROBLEM_TEXTS } from '#contract/problem-texts.ts';
import { schemaIssueText, unknownFieldText } from '#contract/schema-texts.ts';
import type { GeometryProblemCode } from '#core/geo/finding.ts';
import { Problem } from '../problem.ts';
import { isTakenKey } from '../store/sqlite.ts';

/** Express, its file server and its body parser mark what the caller did wrong by a status below 500. */
const CALLERS_FAULTS: Readonly<Record<number, ProblemCode>> = {
  403: 'not-found',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media',
};

function callersFault(error: unknown): ProblemCode | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  const isCallers = typeof status === 'number' && status >= 400 && status < 500;
  return isCallers ? (CALLERS_FAULTS[status] ?? 'bad-request') : undefined;
}

/** The problem behind an error; null for a defect of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof URIError) return new Problem('bad-request');
  // Ids are made by the caller: one that is taken is the caller's to mend, wherever it is found out.
  if (isTakenKey(error)) return new Problem('id-reused');
  const fault = callersFault(error);
  return fault === undefined ? null : new Problem(fault);
}

/** What a conflict shows crosses the wire like any reply: by a schema, which knows no author and tells instants as text. */
export function withCurrent(error: unknown, schema: ZodType): unknown {
  if (!(error instanceof Problem) || !error.current) return error;
  return new Problem(error.code, error.errors, schema.encode(error.current));
}

export function problemDocumentOf(problem: Problem): ProblemDocument {
  const text = PROBLEM_TEXTS[problem.code];
  const errors = problem.errors.map(worded);
  const inWords = errors.filter(({ code, message }) => message !== code);
  const told = (language: keyof Said) =>
    [text[language], ...inWords.map(({ messages }) => messages[language])].join(' ');
  const document: ProblemDocument = {
    type: `/problem/${problem.code}`,
    title: text.en,
    status: PROBLEM_STATUS[problem.code],
    code: problem.code,
    detail:
      errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' ') ||
      text.en,
    messages: { sv: told('sv'), en: told('en') },
    errors,
  };
  return problem.current === undefined ? document : { ...document, current: problem.current };
}

/** Findings of the geometry check arrive as codes and figures: here they get their words. */
function worded({ values = {}, said, ...error }: FieldError) {
  const messages = said ?? wordsOf(error.code ?? '', values);
  return { ...error, values: { ...values }, message: messages.en, messages };
}

/** A rule of the planner is told by its code: whoever draws plans has the words for it. */
function wordsOf(code: string, values: NonNullable<FieldError['values']>): Said {
  if (!isGeometryCode(code)) return { sv: code, en: code };
  const { sv, en } = GEOMETRY_PROBLEM_TEXTS[code];
  return { sv: sv(values), en: en(values) };
}

const isGeometryCode = (code: string): code is GeometryProblemCode =>
  Object.hasOwn(GEOMETRY_PROBLEM_TEXTS, code);

/** What a schema refused, with a JSON pointer for each field. `where`: '' for the body, '?' for the query, ':' for the path. */
export function inputProblem(error: ZodError, where: '' | '?' | ':'): Problem {
  const errors = error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [{ field: pointer(where, issue.path), said: schemaIssueText(issue) }];
    }
    return issue.keys.map((key) => ({
      field: pointer(where, [...issue.path, key]),
      said: unknownFieldText(key),
    }));
  });
  return new Problem('invalid-input', errors.slice(0, MOST_ERRORS));
}

/** More than these help nobody, and an answer must not grow with what was sent. */
const MOST_ERRORS = 20;

function pointer(where: string, path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return where === '' ? parts.map((part) => `/${part}`).join('') : `${where}${parts.join('/')}`;
}
