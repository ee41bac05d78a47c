/**
 * How much is read, so that no file takes the machine. A shift of ten hours with a point a second is 5 MB of GPX; all
 * limits are ours.
 */

const MEGABYTE = 1_000_000;

/** A month of a radio system's points for a small town. */
export const MOST_TRACK_BYTES = 50 * MEGABYTE;
/** A line of CSV or NDJSON is one point. */
export const LONGEST_LINE = 10_000;
/** GPX and KML nest seven elements deep, and their extensions some more. */
export const MOST_NESTING = 64;
/** Each position of a line in GeoJSON takes one: so many fill the largest file. */
export const MOST_BRACKETS = 2_000_000;
/** Attributes of one XML element. */
export const MOST_ATTRIBUTES = 64;
/** Patrols in one file. */
export const MOST_UNITS = 200;

/** @returns what to say of a file of this size; null where it is small enough */
export function tooLarge(bytes: number, most = MOST_TRACK_BYTES) {
  if (bytes <= most) return null;
  const [size, limit] = [Math.ceil(bytes / MEGABYTE), most / MEGABYTE];
  return {
    sv: `filen är ${size} MB; högst ${limit} MB läses: dela upp den, till exempel per pass`,
    en: `the file is ${size} MB; at most ${limit} MB is read: split it up, by shift for example`,
  };
}
