/** The route of the walk at hand, saved by itself; the one before it can be had back. */
import { signal } from '@preact/signals';
import type { LonLat } from '#core/model.ts';
import { call } from '../api.ts';
import { isDrawing, reload, report } from './state.ts';

export const routeProblem = signal<unknown>(null);
/** What has been drawn or written and not been saved; it stays until it is. */
export const unsavedRoute = signal<readonly LonLat[] | null>(null);

/** The route as it was before the last save; undefined: nothing to take back. */
export const routeBefore = signal<readonly LonLat[] | null | undefined>(undefined);

export async function saveRoute(positions: readonly LonLat[] | null): Promise<boolean> {
  const walk = report.value?.walk;
  if (!walk) return false;
  unsavedRoute.value = positions;
  const { id, title, state, before, walk: meeting, after } = walk;
  const { eveningSaid, participants, checksWalkId } = walk;
  const coordinates = positions?.map(([lon, lat]) => [lon, lat] as const) ?? null;
  const route = coordinates && { type: 'LineString' as const, coordinates: [...coordinates] };
  const said = { title, state, before, walk: meeting, after };
  const body = { ...said, eveningSaid, participants, checksWalkId, route, noteConfirmed: true };
  try {
    await call('updateWalk', { params: { id }, body, ifMatch: walk.revision });
    unsavedRoute.value = null;
    routeProblem.value = null;
    routeBefore.value = walk.route?.coordinates ?? null;
    isDrawing.value = false;
    await reload();
    return true;
  } catch (error) {
    routeProblem.value = error;
    return false;
  }
}

/** One's own route over theirs; all else of the walk stays as they have it. */
export async function keepRoute(): Promise<boolean> {
  await reload();
  return saveRoute(unsavedRoute.value);
}

export async function undoRoute(): Promise<void> {
  const before = routeBefore.value;
  if (before === undefined) return;
  if (await saveRoute(before)) routeBefore.value = undefined;
}

export function forgetRoutes(): void {
  routeProblem.value = null;
  unsavedRoute.value = null;
  routeBefore.value = undefined;
}
