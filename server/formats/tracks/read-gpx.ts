/** Reads the track points of GPX 1.0 and 1.1. Routes and way points are plans and places, not where a patrol was. */
import sax from 'sax';
import type { TrackPoint } from '#core/tracks/track-point.ts';
import { BadTrack } from './bad-track.ts';
import { instantOf, lonLatOf } from './track-fields.ts';

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

/** @throws BadTrack with the line at which the file is broken, or what it lacks */
export function readGpx(text: string): TrackPoint[] {
  const reader = new GpxReader();
  return reader.read(text);
}

class GpxReader {
  readonly #parser = sax.parser(true, { position: true, trim: true });
  readonly #points: TrackPoint[] = [];
  readonly #path: string[] = [];
  #open: OpenPoint | null = null;
  #hasEnded = false;
  /** The lines of the points without a time. */
  readonly #timeless: number[] = [];

  constructor() {
    Object.assign(this.#parser, {
      onopentag: ({ name, attributes }: sax.Tag) => this.#begin(localName(name), attributes),
      onclosetag: () => this.#finish(),
      ontext: (text: string) => this.#read(text),
      oncdata: (text: string) => this.#read(text),
      onerror: ({ message }: Error) => {
        throw new BadTrack(`${this.#at()}: the XML is broken: ${message.split('\n')[0] ?? ''}`);
      },
    });
  }

  read(text: string): TrackPoint[] {
    this.#parser.write(text);
    if (!this.#hasEnded) throw new BadTrack(`${this.#at()}: the XML ends in the middle`);
    this.#checkPoints();
    this.#parser.close();
    return this.#points;
  }

  /** A recorded point may lack its time and tells nothing then; where most do, the file is a drawing and no record. */
  #checkPoints(): void {
    const [timed, timeless] = [this.#points.length, this.#timeless.length];
    if (timed + timeless === 0)
      throw new BadTrack(`${this.#at()}: it ends without a track point (trkpt)`);
    if (timeless >= timed) {
      const count = `${timeless} of ${timed + timeless} track points have no time`;
      throw new BadTrack(`line ${this.#timeless[0] ?? 0}: ${count}, this the first`);
    }
  }

  #at(): string {
    return `line ${this.#parser.line + 1}`;
  }

  #begin(name: string, { lon, lat, version }: Record<string, string>): void {
    if (this.#path.length === 0) this.#checkRoot(name, version);
    this.#path.push(name);
    if (name === 'trkpt' && !this.#open)
      this.#open = { lon, lat, line: this.#parser.line + 1, time: '', hdop: '' };
  }

  #checkRoot(name: string, version: string | undefined): void {
    if (name !== 'gpx') throw new BadTrack(`${this.#at()}: it begins with <${name}>, not <gpx>`);
    if (VERSIONS.has(version)) return;
    const given = version === undefined ? 'has no version' : `has version "${version}"`;
    throw new BadTrack(`${this.#at()}: the <gpx> ${given}; 1.0 and 1.1 are read`);
  }

  /** Only the point's own children: its extensions may have a time of their own. */
  #read(text: string): void {
    if (!this.#open || this.#path.at(-2) !== 'trkpt') return;
    const name = this.#path.at(-1);
    if (name === 'time') this.#open.time += text;
    if (name === 'hdop') this.#open.hdop += text;
  }

  #finish(): void {
    const name = this.#path.pop();
    this.#hasEnded = this.#path.length === 0;
    if (name !== 'trkpt' || !this.#open) return;
    this.#keep(this.#open);
    this.#open = null;
  }

  #keep(open: OpenPoint): void {
    if (open.time === '') this.#timeless.push(open.line);
    else this.#points.push(pointOf(open));
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function pointOf({ lon, lat, line, time, hdop }: OpenPoint): TrackPoint {
  const where = `line ${line}`;
  const lonLat = lonLatOf(lon, lat, where);
  const dop = Number(hdop);
  const accuracyM = hdop === '' || !(dop >= 0) ? null : dop * METRES_A_DOP;
  return { at: instantOf(time, where), lonLat, accuracyM };
}
