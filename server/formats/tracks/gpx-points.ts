/** The track points of GPX 1.0 and 1.1. Routes and way points are plans and places, not where a patrol was. */
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { atLine, BadTrack } from './bad-track.ts';
import type { XmlElement } from './read-xml.ts';
import { instantOf, lonLatOf } from './track-fields.ts';
import type { XmlPoints } from './xml-points.ts';

/**
 * A phone's error at HDOP 1: the range error of civil GPS, about 4 m by the performance standard's 95 % figure of 7.8 m
 * (GPS SPS PS 2020), and 5 m with the street's reflections.
 */
const METRES_A_DOP = 5;

const VERSIONS: ReadonlySet<string | undefined> = new Set(['1.0', '1.1']);

interface OpenPoint {
  readonly lon: string | undefined;
  readonly lat: string | undefined;
  readonly line: number;
  time: string;
  hdop: string;
}

export class GpxPoints implements XmlPoints {
  readonly #points: TrackPoint[] = [];
  #open: OpenPoint | null = null;
  /** How many points have no time, and the line of the first. */
  #timeless = { count: 0, line: 0 };

  /** @throws BadTrack where the root is of another version */
  constructor({ attributes: { version }, line }: XmlElement) {
    if (VERSIONS.has(version)) return;
    throw new BadTrack(atLine(line), {
      sv: `<gpx> har ${version === undefined ? 'ingen version' : `version "${version}"`}; 1.0 och 1.1 läses`,
      en: `the <gpx> has ${version === undefined ? 'no version' : `version "${version}"`}; 1.0 and 1.1 are read`,
    });
  }

  begin({ name, attributes, line }: XmlElement): void {
    if (name !== 'trkpt' || this.#open) return;
    const { lon, lat } = attributes;
    this.#open = { lon, lat, line, time: '', hdop: '' };
  }

  /** Only the point's own children: its extensions may have a time of their own. */
  text(text: string, path: readonly string[]): void {
    if (!this.#open || path.at(-2) !== 'trkpt') return;
    const name = path.at(-1);
    if (name === 'time') this.#open.time += text;
    if (name === 'hdop') this.#open.hdop += text;
  }

  end(name: string): void {
    if (name !== 'trkpt' || !this.#open) return;
    if (this.#open.time !== '') this.#points.push(pointOf(this.#open));
    else {
      const { count, line } = this.#timeless;
      this.#timeless = { count: count + 1, line: count === 0 ? this.#open.line : line };
    }
    this.#open = null;
  }

  /** A recorded point may lack its time and tells nothing then; where most do, the file is a drawing and no record. */
  finish(lastLine: number): TrackPoint[] {
    const [timed, { count, line }] = [this.#points.length, this.#timeless];
    if (timed + count === 0)
      throw new BadTrack(atLine(lastLine), {
        sv: 'den slutar utan någon spårpunkt (trkpt)',
        en: 'it ends without a track point (trkpt)',
      });
    if (count < timed) return this.#points;
    throw new BadTrack(atLine(line), {
      sv: `${count} av ${timed + count} spårpunkter saknar tid, den här först`,
      en: `${count} of ${timed + count} track points have no time, this the first`,
    });
  }
}

function pointOf({ lon, lat, line, time, hdop }: OpenPoint): TrackPoint {
  const where = atLine(line);
  const lonLat = lonLatOf(lon, lat, where);
  const dop = Number(hdop);
  const accuracyM = hdop === '' || !(dop >= 0) ? null : dop * METRES_A_DOP;
  return { at: instantOf(time, where), lonLat, accuracyM };
}
