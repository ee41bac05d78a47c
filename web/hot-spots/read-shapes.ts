/**
 * Reads the borders out of a file or of pasted text: GeoJSON, KML, or corners in SWEREF 99 TM. What is no area is
 * skipped and told, never dropped in silence. The check of each border is `core/geo/check-geometry.ts`.
 * Load it when it is needed: it brings proj4 and the reader of KML.
 */
import { kml } from '@tmcw/togeojson';
import { type FoundShapes, shapesInGeoJson, unreadable } from './read-geojson-shapes.ts';
import { shapesInSwerefList } from './read-sweref-list.ts';

export type { FoundShapes, SkippedShape } from './read-geojson-shapes.ts';

export type ParseXml = (text: string) => Document;

const parseXmlInBrowser: ParseXml = (text) =>
  new DOMParser().parseFromString(text, 'application/xml');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapesInKml(text: string, fallbackName: string, parseXml: ParseXml): FoundShapes {
  const document = parseXml(text);
  const isKml = document.documentElement?.localName === 'kml';
  const isBroken = document.getElementsByTagName('parsererror').length > 0;
  if (!isKml || isBroken) return unreadable(fallbackName);
  return shapesInGeoJson(kml(document), fallbackName);
}

const withoutExtension = (fileName: string) => fileName.replace(/\.[^.]*$/, '');

/**
 * The format is told by the content, since extensions lie. The file's name names a shape without a name of its own.
 * `parseXml` is given where there is no DOMParser.
 */
export function readShapes(
  text: string,
  fileName: string,
  parseXml: ParseXml = parseXmlInBrowser,
): FoundShapes {
  const content = text.replace(/^\uFEFF/, '').trim();
  const fallbackName = withoutExtension(fileName);
  if (content === '') return { shapes: [], skipped: [{ what: fileName, why: 'empty' }] };
  if (content.startsWith('<')) return shapesInKml(content, fallbackName, parseXml);
  if (!/^[{[]/.test(content)) return shapesInSwerefList(content, fallbackName);
  const document = parseJson(content);
  return document === undefined
    ? unreadable(fallbackName)
    : shapesInGeoJson(document, fallbackName);
}
