/** Finding a page for somebody who wants to read or change it. */
import type { Uuid } from '#core/model.ts';
import { signatureOf } from '#core/publication/signing.ts';
import { notFound, Problem } from '../../problem.ts';
import type { Executor } from '../../store/database.ts';
import { type Publication, publicationById } from '../../store/publications.ts';
import type { Actor } from '../use-case.ts';
import { obstacleProblem } from './obstacle-problem.ts';

/**
 * The municipality reads the pages of its own, and a draft once kommunpolis has signed it: before that, two looks at a draft
 * would tell on which nights patrols were out.
 */
export function mayRead(
  { role, municipality }: Pick<Actor, 'role' | 'municipality'>,
  page: Publication,
): boolean {
  if (role !== 'municipality') return true;
  const isSigned = signatureOf(page, 'municipal-police') !== null;
  return page.report.municipality.code === municipality && isSigned;
}

/** @throws Problem not-found, for what the reader may not see too */
export async function readablePage(db: Executor, id: Uuid, by: Actor): Promise<Publication> {
  const page = await publicationById(db, id);
  if (!page || !mayRead(by, page)) throw notFound('tertial page', id);
  return page;
}

/** @throws Problem not-found; not-acceptable-state (published); changed-meanwhile with the page as it stands */
export async function unchangedDraft(
  tx: Executor,
  id: Uuid,
  ifRevision: number,
): Promise<Publication> {
  const page = await publicationById(tx, id);
  if (!page) throw notFound('tertial page', id);
  if (page.publishedAt !== null) throw obstacleProblem('is-published');
  if (page.revision !== ifRevision) throw new Problem('changed-meanwhile');
  return page;
}
