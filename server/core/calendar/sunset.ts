/**
 * When the sun sets, by the general solar position formulas of NOAA's Global Monitoring Division ("Solar Calculation
 * Details", after J. Meeus, Astronomical Algorithms). Good to a minute or two at Swedish latitudes; the horizon is flat.
 */
import type { EpochMs, LonLat } from '../model.ts';
import { DAY_MS, MINUTE_MS } from './duration.ts';
import type { DayNumber } from './local-time.ts';

/** 2000-01-01T12:00Z, the epoch of the formulas. */
const J2000_MS = 946_728_000_000;
const DAYS_PER_CENTURY = 36_525;
/** The sun's upper edge on the horizon, refraction included. */
const ZENITH = 90.833;

const RADIANS = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RADIANS);
const cos = (degrees: number) => Math.cos(degrees * RADIANS);
const tan = (degrees: number) => Math.tan(degrees * RADIANS);

interface Sun {
  /** Degrees north of the equator. */
  readonly declination: number;
  /** Minutes by which a sundial is ahead of the clock. */
  readonly equationOfTimeMin: number;
}

function sunAt(at: EpochMs): Sun {
  const t = (at - J2000_MS) / (DAY_MS * DAYS_PER_CENTURY);
  const longitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
  const anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t);
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  const center =
    sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
    sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
    sin(3 * anomaly) * 0.000289;
  const node = 125.04 - 1934.136 * t;
  const apparent = longitude + center - 0.00569 - 0.00478 * sin(node);
  const obliquity = 23.439291 - t * 0.0130042 + 0.00256 * cos(node);
  const y = tan(obliquity / 2) ** 2;
  const equation =
    y * sin(2 * longitude) -
    2 * eccentricity * sin(anomaly) +
    4 * eccentricity * y * sin(anomaly) * cos(2 * longitude) -
    0.5 * y * y * sin(4 * longitude) -
    1.25 * eccentricity * eccentricity * sin(2 * anomaly);
  return {
    declination: Math.asin(sin(obliquity) * sin(apparent)) / RADIANS,
    equationOfTimeMin: (4 * equation) / RADIANS,
  };
}

/**
 * The sunset of a date at a place; null where the sun does not set, or does not rise, on that date.
 * @example sunsetOn(dayNumber('2026-12-21'), [16.59, 59.06]) // about 14:52 in Flen
 */
export function sunsetOn(day: DayNumber, [lon, lat]: LonLat): EpochMs | null {
  const midnight = day * DAY_MS;
  const { declination, equationOfTimeMin } = sunAt(midnight + (18 / 24) * DAY_MS);
  const hourAngle = cos(ZENITH) / (cos(lat) * cos(declination)) - tan(lat) * tan(declination);
  if (Math.abs(hourAngle) > 1) return null;
  const degreesPastNoon = Math.acos(hourAngle) / RADIANS;
  const minutes = 720 - 4 * (lon - degreesPastNoon) - equationOfTimeMin;
  return midnight + minutes * MINUTE_MS;
}
