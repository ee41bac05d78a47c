/** A question to the server that has an answer without a network too: the one it gave last. */
import type { WireReply } from '#contract/api.ts';
import type { RouteName } from '#contract/paths.ts';
import { ApiProblem, type CallOptions, call } from '../api.ts';
import { keepSnapshot, readSnapshot } from './snapshots.ts';

/** A net that neither answers nor refuses is given up so soon where there is something to show instead. */
const PATIENCE_MS = 5000;

/** Gives up where there is a net that does not answer: the call then fails as without one. */
export const patience = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) });

export const isOffline = (error: unknown): boolean =>
  error instanceof ApiProblem && error.code === 'offline';

export interface Heard<N extends RouteName> {
  readonly reply: WireReply<N>;
  /** The server did not answer now; this is what it said before. */
  readonly isKept: boolean;
}

/**
 * @param key tells replies of one route apart, such as by what was asked for
 * @throws ApiProblem as `call`; with code `offline` only where nothing is kept
 */
export async function hear<N extends RouteName>(
  name: N,
  options: CallOptions<N>,
  key = '',
): Promise<Heard<N>> {
  const kept = await readSnapshot(name, key);
  try {
    const reply = await call(name, { ...options, ...(kept !== null && patience()) });
    void keepSnapshot(name, key, reply);
    return { reply, isKept: false };
  } catch (error) {
    if (kept !== null && isOffline(error)) return { reply: kept, isKept: true };
    throw error;
  }
}

/** As `hear`, where it does not matter how old the answer is. */
export async function callOrSnapshot<N extends RouteName>(
  name: N,
  options: CallOptions<N>,
  key = '',
): Promise<WireReply<N>> {
  return (await hear(name, options, key)).reply;
}
