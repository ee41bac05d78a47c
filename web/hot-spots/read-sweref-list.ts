/**
 * Reads pasted corners in SWEREF 99 TM, one a line, northing and easting in either order:
 *
 *     R1 Resecentrum            (a name, if wanted)
 *     6547472 590922
 *     N 6 547 372,5  E 591 022
 *     591022; 6547572
 *
 * The order is told by the digits: in Sweden a northing has seven and an easting six. An empty line begins the next shape.
 */
import type { Position } from 'geojson';
import { fromSweref, type SwerefPoint } from '#core/geo/sweref.ts';
import { type FoundShapes, merge, type SkipReason, unreadable } from './read-geojson-shapes.ts';

const DECIMALS = String.raw`(?:[.,]\d{1,3}(?!\d))?`;
const NORTH = String.raw`[67] ?\d{3} ?\d{3}${DECIMALS}`;
const EAST = String.raw`[2-9]\d{2} ?\d{3}${DECIMALS}`;
const AXIS = String.raw`(?:[NEXY]\s*[:=]?\s*)?`;
const SEPARATOR = String.raw`\s*[\s,;]\s*`;

const line = (first: string, second: string) =>
  new RegExp(`^\\s*${AXIS}(${first})${SEPARATOR}${AXIS}(${second})[\\s,;]*$`, 'i');
const NORTH_FIRST = line(NORTH, EAST);
const EAST_FIRST = line(EAST, NORTH);

/** A line that only says which column is which. */
const HEADER =
  /^(?:[\s,;()[\]]|n|e|x|y|north|east|northing|easting|nord|ost|öst|m|sweref|99|tm)+$/i;

const FEWEST_CORNERS = 3;

const metres = (text: string) => Number(text.replaceAll(' ', '').replace(',', '.'));

function readCorner(text: string): SwerefPoint | null {
  const [, north, east] = NORTH_FIRST.exec(text) ?? [];
  if (north && east) return { north: metres(north), east: metres(east) };
  const [, eastFirst, northSecond] = EAST_FIRST.exec(text) ?? [];
  if (eastFirst && northSecond) return { north: metres(northSecond), east: metres(eastFirst) };
  return null;
}

const skip = (what: string, why: SkipReason): FoundShapes => ({
  shapes: [],
  skipped: [{ what, why }],
});

/** A list of corners is no ring yet: it is closed here if its last corner is not its first. */
function toRing(corners: readonly SwerefPoint[]): Position[] {
  const positions = corners.map((corner) => [...fromSweref(corner)]);
  const isClosed = String(positions[0]) === String(positions.at(-1));
  return isClosed ? positions : [...positions, ...positions.slice(0, 1)];
}

/** One wrong line spoils the shape: a border that lacks a corner is another border. */
function readBlock(lines: readonly string[], fallbackName: string): FoundShapes {
  const [first = '', ...others] = lines;
  const isNamed = readCorner(first) === null && others.some((each) => readCorner(each));
  const name = isNamed && !HEADER.test(first) ? first.trim() : fallbackName;
  const body = (isNamed ? others : lines).filter((each) => !HEADER.test(each));
  const wrong = body.filter((each) => readCorner(each) === null);
  if (wrong.length > 0) return merge(wrong.map((each) => skip(each.trim(), 'not-coordinates')));
  const corners = body.map(readCorner).filter((corner) => corner !== null);
  const ring = toRing(corners);
  if (ring.length <= FEWEST_CORNERS) return skip(name, 'too-few-corners');
  return {
    shapes: [{ name, code: null, geometry: { type: 'Polygon', coordinates: [ring] } }],
    skipped: [],
  };
}

/** The first shape without a name gets the fallback, the next ones a number too. Text without any corner is no list. */
export function shapesInSwerefList(text: string, fallbackName: string): FoundShapes {
  if (!text.split('\n').some((each) => readCorner(each))) return unreadable(fallbackName);
  const blocks = text
    .split(/\n\s*\n/)
    .map((block) => block.split(/\r?\n/).filter((each) => each.trim() !== ''))
    .filter((block) => block.length > 0);
  return merge(
    blocks.map((block, index) =>
      readBlock(block, index === 0 ? fallbackName : `${fallbackName} ${index + 1}`),
    ),
  );
}
