/** What the screens of safety walks know: the list, the walk at hand, and the point that is being written. */
import { signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import type { LonLat } from '#core/model.ts';
import { call } from '../api.ts';

export type WalkList = WireReply<'listWalks'>;
export type ListedWalk = WalkList['walks'][number];
export type Report = WireReply<'getWalk'>;
export type Walk = Report['walk'];
export type Point = Report['points'][number];
export type Counts = Report['counts'];

export const list = signal<WalkList | null>(null);
export const report = signal<Report | null>(null);
export const problem = signal<unknown>(null);

/** The point whose details are open. */
export const openPoint = signal<string | null>(null);
/** The point that a form is open for; `new`: one that is not there yet. */
export const pointForm = signal<string | null>(null);
/** Where that point is, as the map and the form both know it. */
export const formPlace = signal<LonLat | null>(null);

/** The photos of all points are shown, as on the printed record; each showing is logged. */
export const showAllPhotos = signal(false);

/** What the map is used for besides looking. */
export const isDrawing = signal(false);

export async function loadList(): Promise<void> {
  try {
    list.value = await call('listWalks', { query: {} });
    problem.value = null;
  } catch (error) {
    problem.value = error;
  }
}

export async function loadWalk(id: string): Promise<void> {
  if (report.value?.walk.id !== id) leaveWalk();
  try {
    report.value = await call('getWalk', { params: { id } });
    problem.value = null;
  } catch (error) {
    problem.value = error;
  }
}

function leaveWalk(): void {
  report.value = null;
  openPoint.value = null;
  pointForm.value = null;
  formPlace.value = null;
  isDrawing.value = false;
  showAllPhotos.value = false;
}

/** The walk at hand as the server has it now; what is written in forms stays where it is. */
export async function reload(): Promise<void> {
  const id = report.value?.walk.id;
  if (id) await loadWalk(id);
}
