/** The track of an officer who walks to a place, stays and walks on, as a phone's tracker app writes it. */
import type { LonLat } from '#core/model.ts';
import { degreeLengths } from '#core/tracks/degree-lengths.ts';

export interface Stay {
  readonly at: LonLat;
  /** Instants as epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

export interface Fix {
  readonly at: number;
  readonly lonLat: LonLat;
}

const EVERY_MS = 10_000;
/** The walk to each place and from it: 500 m in six minutes. */
const WALK_MS = 6 * 60_000;
const WALK_M = 500;

/** A fix each ten seconds, a metre or two off, from six minutes before each stay to six after. */
export function walkedTrack(stays: readonly Stay[]): Fix[] {
  return stays.flatMap((stay) => {
    const { lonM } = degreeLengths(stay.at[1]);
    const count = Math.round((stay.to - stay.from + 2 * WALK_MS) / EVERY_MS);
    return Array.from({ length: count + 1 }, (_, index): Fix => {
      const at = stay.from - WALK_MS + index * EVERY_MS;
      const awayMs = Math.max(stay.from - at, at - stay.to, 0);
      const eastM = (awayMs / WALK_MS) * WALK_M + 2 * Math.sin(index);
      return { at, lonLat: [stay.at[0] + eastM / lonM, stay.at[1] + 1e-5 * Math.cos(index)] };
    });
  });
}

const instant = (at: number): string => new Date(at).toISOString();

export function gpxOf(fixes: readonly Fix[]): string {
  const points = fixes.map(
    ({ at, lonLat: [lon, lat] }) =>
      `<trkpt lat="${lat}" lon="${lon}"><time>${instant(at)}</time></trkpt>`,
  );
  return `<?xml version="1.0"?>\n<gpx version="1.1">\n<trk><trkseg>\n${points.join('\n')}\n</trkseg></trk>\n</gpx>\n`;
}

export function kmlOf(fixes: readonly Fix[]): string {
  const whens = fixes.map(({ at }) => `<when>${instant(at)}</when>`);
  const coords = fixes.map(({ lonLat: [lon, lat] }) => `<gx:coord>${lon} ${lat} 0</gx:coord>`);
  return `<kml xmlns:gx="http://www.google.com/kml/ext/2.2"><Placemark><gx:Track>\n${[...whens, ...coords].join('\n')}\n</gx:Track></Placemark></kml>`;
}

/** @param unit what the radio system calls the patrol */
export function csvOf(unit: string, fixes: readonly Fix[]): string {
  const lines = fixes.map(({ at, lonLat: [lon, lat] }) => `${unit},${instant(at)},${lat},${lon}`);
  return `unit,time,lat,lon\n${lines.join('\n')}\n`;
}
