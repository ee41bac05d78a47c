/** The published places as GeoJSON (RFC 7946): about where each is, and its published figures. */
import type { FeatureCollection, Point } from 'geojson';
import { isShown, type ShownCount } from '#core/publication/shown-count.ts';
import type { PublishedReport } from '#core/publication/tertial-report.ts';

/** A number, `"<5"`, or null for what is not shown. */
const figure = (shown: ShownCount): number | '<5' | null => {
  if (isShown(shown)) return shown.count;
  return shown.kind === 'few' ? '<5' : null;
};

/** The facts about the publication stand as a foreign member, which RFC 7946 section 6.1 allows. */
export function publicationGeoJson(
  report: PublishedReport,
): FeatureCollection<Point> & { readonly fotspar: Readonly<Record<string, unknown>> } {
  const { municipality, tertial, from, to, version, publishedOn, definitions, harmTable } = report;
  return {
    type: 'FeatureCollection',
    fotspar: {
      municipality: municipality.name,
      tertial,
      from,
      to,
      version,
      publishedOn,
      definitions,
      harmTable,
      about: 'Points are rounded to three decimals. "<5": from one to four. null: not shown.',
    },
    features: report.places.map(({ name, lonLat: [lon, lat], ...doses }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        name,
        promised: figure(doses.promised),
        planned: figure(doses.planned),
        delivered: figure(doses.delivered),
        windowsKept: figure(doses.windows.kept),
        windowsAll: figure(doses.windows.all),
      },
    })),
  };
}
