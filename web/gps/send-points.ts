/** Sends what waits, oldest first, a batch at a time; what the server has answered for is forgotten here. */
import { LIMITS } from '#contract/paths.ts';
import { ApiProblem, call } from '../api.ts';
import type { PointStore } from './point-store.ts';

/** `refused`: the authority or the officer has said no; nothing of what waits may leave the phone. */
export type Sent = 'all' | 'later' | 'refused';

const SAID_NO: ReadonlySet<string> = new Set(['gps-off', 'gps-no-consent', 'forbidden']);
const LATER: ReadonlySet<string> = new Set(['offline', 'signed-out', 'defect', 'not-ready']);

export async function sendPoints(store: PointStore, signal: AbortSignal): Promise<Sent> {
  for (;;) {
    const points = await store.oldest(LIMITS.positionsPerBatch);
    if (points.length === 0) return 'all';
    const refusal = await send(points, signal);
    if (signal.aborted) return 'later';
    if (refusal !== null && SAID_NO.has(refusal)) return 'refused';
    if (refusal !== null && LATER.has(refusal)) return 'later';
    // Any other refusal is of points that no second try makes right.
    await store.remove(points);
  }
}

/** @returns the code of the server's refusal; null: taken in */
async function send(
  points: Awaited<ReturnType<PointStore['oldest']>>,
  signal: AbortSignal,
): Promise<string | null> {
  const body = {
    points: points.map(({ at, lonLat, accuracyM }) => ({
      at: new Date(at).toISOString(),
      lonLat: [lonLat[0], lonLat[1]] as [number, number],
      accuracyM,
    })),
  };
  try {
    await call('addMyPositions', { body, signal });
    return null;
  } catch (error) {
    return error instanceof ApiProblem ? error.code : 'offline';
  }
}
