/** Positions as people write them: latitude first, decimal point or comma, a position a line. */
import type { LonLat } from '#core/model.ts';

const NUMBER = String.raw`-?\d+(?:[.,]\d+)?`;
/** `59.0578, 16.5889`, `59,0578; 16,5889` or with a space or tab alone between them. */
const PAIR = new RegExp(
  `^\\s*(${NUMBER})(?:\\s*;\\s*|\\s*,\\s+|,(?=-?\\d+\\.)|\\s+)(${NUMBER})\\s*$`,
);

/** null: it is not two numbers of degrees. */
export function readPosition(line: string): LonLat | null {
  const match = PAIR.exec(line);
  if (!match) return null;
  const [lat, lon] = [match[1], match[2]].map((text) => Number(text?.replace(',', '.')));
  if (lat === undefined || lon === undefined) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

export type ReadLines =
  | { readonly kind: 'read'; readonly positions: readonly LonLat[] }
  | { readonly kind: 'bad' /** From 1. */; readonly line: number };

export function readPositions(text: string): ReadLines {
  const positions: LonLat[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const position = readPosition(line);
    if (!position) return { kind: 'bad', line: index + 1 };
    positions.push(position);
  }
  return { kind: 'read', positions };
}

/** Six decimals are a decimetre. */
export const writePositions = (positions: readonly LonLat[]): string =>
  positions.map(([lon, lat]) => `${lat.toFixed(6)}, ${lon.toFixed(6)}`).join('\n');
