/** Times and positions as text, refused with their place in the file. */
import type { EpochMs, LonLat, Metres } from '#core/model.ts';
import { BadTrack } from './bad-track.ts';

/** xsd:dateTime and RFC 3339; where the zone is left out it is UTC, as GPX has it. */
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/i;

/** @throws BadTrack */
export function instantOf(text: string, where: string): EpochMs {
  const [, date, time, zone = 'Z'] = INSTANT.exec(text.trim()) ?? [];
  const at = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  if (Number.isNaN(at)) throw new BadTrack(`${where}: ${written(text)} is no time`);
  return at;
}

/** @throws BadTrack */
export function lonLatOf(lon: unknown, lat: unknown, where: string): LonLat {
  return [degrees(lon, 180, 'longitude', where), degrees(lat, 90, 'latitude', where)];
}

/** Metres as a number or text; null where none are told. @throws BadTrack */
export function accuracyOf(value: unknown, where: string): Metres | null {
  if (value === null || value === undefined || value === '') return null;
  const metres = numberOf(value);
  if (!(metres >= 0)) throw new BadTrack(`${where}: ${written(value)} is no accuracy in metres`);
  return metres;
}

function degrees(value: unknown, most: number, name: string, where: string): number {
  const number = numberOf(value);
  if (Math.abs(number) <= most) return number;
  const given = value === undefined || value === '' ? 'it is missing' : written(value);
  throw new BadTrack(`${where}: no ${name}: ${given}`);
}

/** A decimal number, or NaN: neither empty text nor hexadecimal. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*[+-]?[\d.]/.test(value) && !/x/i.test(value)
    ? Number(value)
    : Number.NaN;
}

const written = (value: unknown): string => JSON.stringify(value)?.slice(0, 40) ?? 'nothing';
