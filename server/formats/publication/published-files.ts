/** The files of a published version, each made of the published report alone. */
import type { PublishedReport } from '#core/publication/tertial-report.ts';
import { FILES } from './file-names.ts';
import { placesCsv, promisesCsv } from './publication-csv.ts';
import { publicationGeoJson } from './publication-geojson.ts';
import { type PageSurroundings, tertialPage } from './tertial-page.ts';

/** Name → text. The same report gives the same bytes. */
export function publishedFiles(
  report: PublishedReport,
  surroundings: PageSurroundings,
): ReadonlyMap<string, string> {
  return new Map([
    [FILES.promises, promisesCsv(report)],
    [FILES.places, placesCsv(report)],
    [FILES.map, `${JSON.stringify(publicationGeoJson(report), null, 1)}\n`],
    [FILES.page, tertialPage(report, surroundings)],
  ]);
}
