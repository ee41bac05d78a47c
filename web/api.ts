/** The one way to the server: typed by the contract, of which only types reach the browser. */

import type { WireInput, WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { API_ROOT, paths } from '#contract/paths.ts';
import type { ProblemDocument } from '#contract/problem.ts';
import { signedOut } from './state/session.ts';

/** What the server refused, with the fields at fault; `code` is `offline` where it could not be reached. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail);
    this.document = document;
  }

  get code(): string {
    return this.document.code;
  }
}

type Asked<N extends RouteName> = {
  readonly [K in keyof WireInput<N> as undefined extends WireInput<N>[K]
    ? never
    : K]: WireInput<N>[K];
};

export type CallOptions<N extends RouteName> = Asked<N> & {
  /** The revision that was seen, for what two people may edit. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
};

/**
 * Calls a route of the contract.
 * @throws ApiProblem for every refusal, and with code `offline` where nothing answered; AbortError when aborted
 */
export async function call<N extends RouteName>(
  name: N,
  options: CallOptions<N>,
): Promise<WireReply<N>> {
  const { params, query, body, ifMatch, signal } = options as Loose;
  const response = await reach(addressOf(name, params, query), {
    method: paths[name].method,
    credentials: 'same-origin',
    headers: {
      ...(body !== undefined && { 'content-type': isFile(body) ? FILE_TYPE : 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    ...(body !== undefined && { body: isFile(body) ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (response.ok) return (response.status === 204 ? null : await response.json()) as WireReply<N>;
  const problem = await readProblem(response);
  if (problem.code === 'signed-out') signedOut();
  throw new ApiProblem(problem);
}

const FILE_TYPE = 'application/octet-stream';

/** A file goes as it is. */
const isFile = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;

interface Loose {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
}

/** The address of a route, for calls and for download links. */
export function addressOf(
  name: RouteName,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const path = paths[name].path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return `${API_ROOT}${path}${search.size > 0 ? `?${search}` : ''}`;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(plainProblem('offline', 0));
  }
}

/** What a proxy says by itself when there is no server behind it. */
const NO_SERVER = new Set([502, 503, 504]);

async function readProblem(response: Response): Promise<ProblemDocument> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  if (!isProblem && NO_SERVER.has(response.status)) return plainProblem('offline', 0);
  if (!isProblem) return plainProblem('defect', response.status);
  return (await response.json()) as ProblemDocument;
}

function plainProblem(code: 'offline' | 'defect', status: number): ProblemDocument {
  const messages =
    code === 'offline'
      ? {
          sv: 'Ingen kontakt med servern. Försök igen när nätet är tillbaka.',
          en: 'The server cannot be reached. Try again when the network is back.',
        }
      : { sv: 'Något gick fel hos servern.', en: 'Something went wrong on the server.' };
  return {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: messages.en,
    messages,
    errors: [],
  };
}
