/**
 * What the API answers when something is wrong: RFC 9457 problem details, with the fields at fault.
 * The words are in `problem-texts.ts` in Swedish and English, so that a caller without our web app can read them too.
 */
import { z } from 'zod';

export const PROBLEM_STATUS = {
  'bad-request': 400,
  'invalid-input': 422,
  'invalid-geometry': 422,
  'invalid-plan': 422,
  'invalid-shift': 422,
  'invalid-track': 422,
  'invalid-incidents': 422,
  'invalid-photo': 422,
  'invalid-walk': 422,
  'personal-data-in-note': 422,
  'signed-out': 401,
  'wrong-credentials': 401,
  'link-not-valid': 401,
  'unknown-tracker': 401,
  forbidden: 403,
  'foreign-origin': 403,
  'gps-off': 403,
  'gps-no-consent': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable-state': 409,
  'code-taken': 409,
  'username-taken': 409,
  'id-reused': 409,
  'visit-open': 409,
  'visit-twice': 409,
  'version-conflict': 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'unsupported-media': 415,
  'revision-needed': 428,
  'too-many-tries': 429,
  'too-many-requests': 429,
  'headers-too-large': 431,
  defect: 500,
  'not-ready': 503,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** One sentence in both languages. */
export interface Said {
  readonly sv: string;
  readonly en: string;
}

export interface FieldError {
  /** JSON pointer into what was sent, `/windows/0/start`; `?from` for a query, `:id` for a path. */
  readonly field: string;
  /** Empty where a code says it all and the contract has its words. */
  readonly said?: Said;
  readonly code?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const problemDocument = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    messages: z.strictObject({ sv: z.string(), en: z.string() }),
    errors: z.array(
      z.strictObject({
        field: z.string(),
        message: z.string(),
        messages: z.strictObject({ sv: z.string(), en: z.string() }),
        code: z.string().optional(),
        values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    ),
    current: z
      .unknown()
      .optional()
      .meta({ description: 'On a conflict: the thing as it stands now.' }),
  })
  .meta({ id: 'Problem' });

export type ProblemDocument = z.infer<typeof problemDocument>;
