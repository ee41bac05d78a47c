/** The page that is open, all pages there are, and the one way to change them. */
import { signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { ApiProblem, call } from '../api.ts';

export type TertialPage = WireReply<'getTertialPage'>;
export type PageSummary = WireReply<'listTertialPages'>['pages'][number];

/** null: not asked yet. */
export const pages = signal<readonly PageSummary[] | null>(null);
/** null: none is open. */
export const opened = signal<TertialPage | null>(null);
export const failure = signal<unknown>(null);
/** Why the last change was refused; null: it was not. */
export const refusal = signal<unknown>(null);
export const isBusy = signal(false);
/** Texts are written that the draft does not have yet: what is signed is not what is on the screen. */
export const hasUnsaved = signal(false);

let lastLoad = 0;

/** What is asked for last is shown, whichever answer comes last. @param id null: the newest draft, else the newest page */
export async function load(id: string | null): Promise<void> {
  lastLoad += 1;
  const mine = lastLoad;
  failure.value = null;
  refusal.value = null;
  try {
    const { pages: all } = await call('listTertialPages', { query: {} });
    const chosen = id ?? (all.find(({ publishedAt }) => publishedAt === null) ?? all[0])?.id;
    const page = chosen ? await call('getTertialPage', { params: { id: chosen } }) : null;
    if (mine !== lastLoad) return;
    opened.value = page;
    pages.value = all;
  } catch (error) {
    if (mine === lastLoad) failure.value = error;
  }
}

/** What one reader has seen is not the next one's to see. */
export function forget(): void {
  lastLoad += 1;
  pages.value = null;
  opened.value = null;
  failure.value = null;
  refusal.value = null;
  hasUnsaved.value = false;
}

/** Changes the open page. A refusal is shown, and the page as it stands. @returns whether it was done */
export async function change(work: () => Promise<TertialPage | null>): Promise<boolean> {
  isBusy.value = true;
  refusal.value = null;
  try {
    opened.value = await work();
    pages.value = (await call('listTertialPages', { query: {} })).pages;
    return true;
  } catch (error) {
    await showAsItStands(error);
    refusal.value = error;
    return false;
  } finally {
    isBusy.value = false;
  }
}

/** After a conflict, so that the next try is made against what the others have done; what is typed here stays. */
async function showAsItStands(problem: unknown): Promise<void> {
  const page = opened.value;
  if (!page || !(problem instanceof ApiProblem) || problem.code !== 'changed-meanwhile') return;
  try {
    opened.value = await call('getTertialPage', { params: { id: page.id } });
  } catch {
    // The refusal itself is shown; the page will be asked for again at the next try.
  }
}

/** The change of a page that has been seen in one revision. */
export const seen = ({ id, revision }: TertialPage) => ({ params: { id }, ifMatch: revision });
