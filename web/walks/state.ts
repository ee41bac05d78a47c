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
/** Why there is no list, or no newer one. */
export const listProblem = signal<unknown>(null);
/** Why the walk at hand is not shown, or not as the server has it now. */
export const walkProblem = signal<unknown>(null);
/** The newest question for a walk: a slow answer to an earlier one comes too late. */
const asked = signal<{ readonly id: string } | null>(null);

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
    listProblem.value = null;
  } catch (error) {
    listProblem.value = error;
  }
}

export async function loadWalk(id: string): Promise<void> {
  if (asked.peek()?.id !== id) leaveWalk();
  const question = { id };
  asked.value = question;
  try {
    const reply = await call('getWalk', { params: { id } });
    if (asked.peek() !== question) return;
    report.value = reply;
    walkProblem.value = null;
  } catch (error) {
    if (asked.peek() === question) walkProblem.value = error;
  }
}

function leaveWalk(): void {
  report.value = null;
  walkProblem.value = null;
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
