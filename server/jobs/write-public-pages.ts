/** Keeps the public folder as the database says: what was lost is written again, and PDFs are made in peace and quiet. */
import type { Services } from '../services.ts';
import { publishedReports } from '../store/publications.ts';

export async function writePublicPages(
  { db, pages }: Pick<Services, 'db' | 'pages'>,
  signal: AbortSignal,
): Promise<void> {
  const reports = await publishedReports(db.reader);
  await pages.bringUpToDate(reports);
  await pages.printMissing(reports, signal);
}
