/** Turns whatever was thrown into RFC 9457 problem details. What is no Problem is a defect: logged whole, told in one sentence. */
import type { ZodError } from 'zod';
import { GEOMETRY_PROBLEM_TEXTS } from '#contract/geometry-texts.ts';
import {
  type FieldError,
  PROBLEM_STATUS,
  type ProblemCode,
  type ProblemDocument,
} from '#contract/problem.ts';
import { PROBLEM_TEXTS } from '#contract/problem-texts.ts';
import { schemaIssueText, unknownFieldText } from '#contract/schema-texts.ts';
import type { GeometryProblemCode } from '#core/geo/finding.ts';
import { Problem } from '../problem.ts';
import { isTakenKey } from '../store/sqlite.ts';

interface ParserError {
  readonly type: string;
  readonly message: string;
}

/** Express's body parser marks its errors by `type`. */
const PARSER_PROBLEMS: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'bad-request',
  'entity.too.large': 'too-large',
  'encoding.unsupported': 'unsupported-media',
  'charset.unsupported': 'unsupported-media',
  'request.aborted': 'bad-request',
  'request.size.invalid': 'bad-request',
};

const isParserError = (error: unknown): error is ParserError =>
  error instanceof Error && 'type' in error && typeof error.type === 'string';

/** The problem behind an error; null for a defect of ours. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof URIError) return new Problem('bad-request');
  // Ids are made by the caller: one that is taken is the caller's to mend, wherever it is found out.
  if (isTakenKey(error)) return new Problem('id-reused');
  const parser = isParserError(error) ? PARSER_PROBLEMS[error.type] : undefined;
  if (parser && error instanceof Error)
    return new Problem(parser, [{ field: '', message: error.message }]);
  return null;
}

export function problemDocumentOf(problem: Problem): ProblemDocument {
  const text = PROBLEM_TEXTS[problem.code];
  const errors = problem.errors.map(worded);
  const told = (head: string, said: readonly (string | undefined)[]) =>
    [head, ...said].filter(Boolean).join(' ');
  const document: ProblemDocument = {
    type: `/problem/${problem.code}`,
    title: text.en,
    status: PROBLEM_STATUS[problem.code],
    code: problem.code,
    detail:
      errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' ') ||
      text.en,
    messages: {
      sv: told(
        text.sv,
        errors.map(({ messages }) => messages?.sv),
      ),
      en: told(
        text.en,
        errors.map(({ message }) => message),
      ),
    },
    errors,
  };
  return problem.current === undefined ? document : { ...document, current: problem.current };
}

/** Findings of the geometry check arrive as codes and figures: here they get their words. */
function worded({
  values = {},
  sv: said,
  ...error
}: FieldError): ProblemDocument['errors'][number] {
  const words = isGeometryCode(error.code) ? GEOMETRY_PROBLEM_TEXTS[error.code] : null;
  const message = words?.en(values) ?? error.message;
  const sv = words?.sv(values) ?? said;
  const both = sv === undefined ? {} : { messages: { sv, en: message } };
  return { ...error, values: { ...values }, message, ...both };
}

const isGeometryCode = (code: string | undefined): code is GeometryProblemCode =>
  code !== undefined && code in GEOMETRY_PROBLEM_TEXTS;

/** What a schema refused, with a JSON pointer for each field. `where`: '' for the body, '?' for the query, ':' for the path. */
export function inputProblem(error: ZodError, where: '' | '?' | ':'): Problem {
  const errors = error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [null];
    return names.map((name) => {
      const { sv, en } = name === null ? schemaIssueText(issue) : unknownFieldText(name);
      const field = pointer(where, name === null ? issue.path : [...issue.path, name]);
      return { field, message: en, sv };
    });
  });
  return new Problem('invalid-input', errors);
}

function pointer(where: string, path: readonly PropertyKey[]): string {
  const parts = path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
  return where === '' ? parts.map((part) => `/${part}`).join('') : `${where}${parts.join('/')}`;
}
