/** The page that is open, all pages there are, and the one way to change them. */
import { signal } from '@preact/signals';
import type { WireReply } from '#contract/api.ts';
import { call } from '../api.ts';

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

/** @param id null: the newest draft, else the newest page */
export async function load(id: string | null): Promise<void> {
  failure.value = null;
  refusal.value = null;
  try {
    const { pages: all } = await call('listTertialPages', { query: {} });
    const chosen = id ?? (all.find(({ publishedAt }) => publishedAt === null) ?? all[0])?.id;
    opened.value = chosen ? await call('getTertialPage', { params: { id: chosen } }) : null;
    pages.value = all;
  } catch (error) {
    failure.value = error;
  }
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
    refusal.value = error;
    return false;
  } finally {
    isBusy.value = false;
  }
}

/** The change of a page that has been seen in one revision. */
export const seen = ({ id, revision }: TertialPage) => ({ params: { id }, ifMatch: revision });
