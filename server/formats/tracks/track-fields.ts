/** Times and positions as text, refused with their place in the file. */
import type { EpochMs, LonLat, Metres } from '#core/model.ts';
import { BadTrack, type Place, quoted } from './bad-track.ts';

/** xsd:dateTime and RFC 3339; where the zone is left out it is UTC, as GPX has it. */
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/i;

/** @throws BadTrack */
export function instantOf(value: unknown, where: Place): EpochMs {
  if (value === undefined || value === null || value === '')
    throw new BadTrack(where, { sv: 'tiden saknas', en: 'the time is missing' });
  const text = typeof value === 'string' ? value : '';
  const [, date, time, zone = 'Z'] = INSTANT.exec(text.trim()) ?? [];
  const at = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  if (!Number.isNaN(at)) return at;
  const given = quoted(value);
  throw new BadTrack(where, { sv: `${given} är ingen tid`, en: `${given} is no time` });
}

/** @throws BadTrack */
export function lonLatOf(lon: unknown, lat: unknown, where: Place): LonLat {
  return [
    degrees(lon, 180, { sv: 'longitud', en: 'longitude' }, where),
    degrees(lat, 90, { sv: 'latitud', en: 'latitude' }, where),
  ];
}

/** Metres as a number or text; null where none are told. @throws BadTrack */
export function accuracyOf(value: unknown, where: Place): Metres | null {
  if (value === null || value === undefined || value === '') return null;
  const metres = numberOf(value);
  if (metres >= 0) return metres;
  const given = quoted(value);
  throw new BadTrack(where, {
    sv: `${given} är ingen noggrannhet i meter`,
    en: `${given} is no accuracy in metres`,
  });
}

function degrees(
  value: unknown,
  most: number,
  name: { readonly sv: string; readonly en: string },
  where: Place,
): number {
  const number = numberOf(value);
  if (Math.abs(number) <= most) return number;
  const isMissing = value === undefined || value === '';
  throw new BadTrack(where, {
    sv: `ingen ${name.sv}: ${isMissing ? 'den saknas' : quoted(value)}`,
    en: `no ${name.en}: ${isMissing ? 'it is missing' : quoted(value)}`,
  });
}

/** A decimal number, or NaN: neither empty text nor hexadecimal. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*[+-]?[\d.]/.test(value) && !/x/i.test(value)
    ? Number(value)
    : Number.NaN;
}
