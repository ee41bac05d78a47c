/** GeoJSON points: the properties are columns, the point two more. */
import type { IncidentFile } from '#core/incidents/columns.ts';
import { BadIncidentFile } from './bad-incident-file.ts';
import { EMPTY, refuseTooMany, refuseTooWide } from './file-limits.ts';

const X = 'point x';
const Y = 'point y';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws BadIncidentFile */
export function readGeoJson(text: string, mostRows: number): IncidentFile {
  const features = featuresOf(parsed(text));
  if (features.length === 0) throw EMPTY;
  refuseTooMany(features.length, mostRows);
  const names = new Set<string>();
  for (const { properties } of features)
    if (isFields(properties)) {
      for (const name of Object.keys(properties)) names.add(name);
      refuseTooWide(names.size);
    }
  const columns = [...names];
  const rows = features.map(({ properties, geometry }, index) => ({
    line: index + 1,
    cells: [
      ...columns.map((name) => textOf(isFields(properties) ? properties[name] : null)),
      ...pointOf(geometry),
    ],
  }));
  return { format: 'geojson', columns: [...columns, X, Y], rows };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadIncidentFile({
      sv: 'Filen är ingen giltig JSON.',
      en: 'The file is no valid JSON.',
    });
  }
}

function featuresOf(value: unknown): Fields[] {
  const features = isFields(value) && value.type === 'FeatureCollection' ? value.features : null;
  if (Array.isArray(features) && features.every(isFields)) return features;
  throw new BadIncidentFile({
    sv: 'Filen är ingen GeoJSON: en FeatureCollection med punkter väntas.',
    en: 'The file is no GeoJSON: a FeatureCollection of points is expected.',
  });
}

/** Structures say nothing that a column could. */
const textOf = (value: unknown): string =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';

/** A row without a point is refused where it is read as an incident, with its line. */
function pointOf(geometry: unknown): [string, string] {
  if (!isFields(geometry) || geometry.type !== 'Point') return ['', ''];
  const { coordinates } = geometry;
  const [x, y]: unknown[] = Array.isArray(coordinates) ? coordinates : [];
  return [textOf(x), textOf(y)];
}
