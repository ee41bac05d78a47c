/** Where a row says that it happened, with the mistakes that coordinates are given with told by name. */
import { distanceM } from '../geo/measure.ts';
import { fromSweref } from '../geo/sweref.ts';
import type { LonLat } from '../model.ts';
import type { CoordinateGrid } from './columns.ts';

export type PositionFault =
  | 'no-position'
  | 'bad-position'
  /** N stands for E, or latitude for longitude. */
  | 'swapped'
  /** Metres where degrees were said, degrees where metres were, or metres of another grid. */
  | 'wrong-grid'
  | 'too-far';

export type ReadPosition =
  | { readonly ok: true; readonly lonLat: LonLat }
  | { readonly ok: false; readonly fault: PositionFault };

/** SWEREF 99 TM in Sweden: the ranges of N and E do not meet, so that exchanged ones give themselves away. */
const NORTH = [6_100_000, 7_700_000] as const;
const EAST = [200_000, 1_000_000] as const;
/** E of RT 90 and of SWEREF 99's local zones, in which municipalities keep their maps. */
const OTHER_EAST = [50_000, 2_000_000] as const;
const FURTHEST_M = 50_000;

const isBetween = (value: number, [low, high]: readonly [number, number]) =>
  low <= value && value <= high;

const DECIMALS = 1e6;
/** To six decimals, 11 cm: what is stored, so that the same place is the same. */
const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** `6 547 571,9` and `59.0578` alike; NaN for what is no number. */
export function numberOf(text: string): number {
  const plain = text.replaceAll(/[\s\u00A0\u202F]/g, '').replace('−', '-');
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'));
  return /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(plain) ? Number(plain) : Number.NaN;
}

const fault = (one: PositionFault): ReadPosition => ({ ok: false, fault: one });

/** @param center of the area: what is more than 50 km from it is refused; null: any place on earth will do */
export function readPosition(
  xText: string,
  yText: string,
  grid: CoordinateGrid,
  center: LonLat | null,
): ReadPosition {
  if (xText.trim() === '' || yText.trim() === '') return fault('no-position');
  const [x, y] = [numberOf(xText), numberOf(yText)];
  if (Number.isNaN(x) || Number.isNaN(y)) return fault('bad-position');
  return grid === 'wgs84' ? fromDegrees(x, y, center) : fromMetres(x, y, center);
}

function fromDegrees(lon: number, lat: number, center: LonLat | null): ReadPosition {
  // Where no position is known many registers write 0, 0, a place in the Gulf of Guinea.
  if (lon === 0 || lat === 0) return fault('no-position');
  if (isBetween(Math.max(lon, lat), NORTH)) return fault('wrong-grid');
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  if (center && isNear([lat, lon], center)) return fault('swapped');
  const isTurned = !center && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  if (!isOnEarth) return fault(isTurned ? 'swapped' : 'bad-position');
  if (center && !isNear([lon, lat], center)) return fault('too-far');
  return { ok: true, lonLat: [rounded(lon), rounded(lat)] };
}

function fromMetres(east: number, north: number, center: LonLat | null): ReadPosition {
  if (east === 0 || north === 0) return fault('no-position');
  if (isBetween(east, NORTH) && isBetween(north, EAST)) return fault('swapped');
  if (Math.abs(east) <= 180 && Math.abs(north) <= 180) return fault('wrong-grid');
  if (!isBetween(north, NORTH)) return fault('bad-position');
  if (!isBetween(east, EAST))
    return fault(isBetween(east, OTHER_EAST) ? 'wrong-grid' : 'bad-position');
  const [lon, lat] = fromSweref({ north, east });
  if (center && !isNear([lon, lat], center)) return fault('too-far');
  return { ok: true, lonLat: [rounded(lon), rounded(lat)] };
}

const isNear = ([lon, lat]: LonLat, center: LonLat): boolean =>
  Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && distanceM([lon, lat], center) <= FURTHEST_M;
