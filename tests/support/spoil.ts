/** Spoils one part of a value. */

const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

export const HOSTILE: readonly unknown[] = [
  null,
  [],
  {},
  '',
  ' ',
  'x'.repeat(5000),
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  true,
  'NaN',
  '\u0000',
  '\ud800',
  '‮٣',
  '2026-02-30',
  '0000-01-01',
  '+275760-09-13T00:00:00Z',
  '2026-11-27T25:61:00Z',
  '24:00',
  "'; drop table visit; --",
  { __proto__: null, constructor: 1 },
  [[null]],
  deep(60),
  Array.from({ length: 400 }, (_, index) => index),
];

/** The same value with one of its parts, found by a path of shares, replaced or taken out. */
export function mutated(value: unknown, at: readonly number[], by: unknown, out: boolean): unknown {
  const [share = 0, ...rest] = at;
  if (typeof value !== 'object' || value === null || at.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[Math.floor(share * keys.length)];
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  if (out) delete copy[key];
  else copy[key] = mutated(copy[key], rest, by, out);
  return copy;
}
